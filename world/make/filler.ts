import type { Block, Server } from "../model.ts";
import { hash } from "./hash.ts";

const kept = new WeakMap<Server, readonly Block[]>();

/** Names that are on every real list and on nobody's mind here. Made when a list is read, not before. */
export function fillerOf(server: Server): readonly Block[] {
  const known = kept.get(server) ?? Array.from({ length: server.filler }, (_, at) => row(server, at));
  kept.set(server, known);
  return known;
}

/** The first part is common to all lists, the rest a list's own. */
function row(server: Server, at: number): Block {
  const common = at < server.filler * 0.4;
  const chance = hash(common ? `common ${at}` : `${server.host} ${at}`);
  const severity = chance % 20 === 0 ? "silence" : "suspend";
  const comment = WORDS[chance % WORDS.length] ?? "";
  return {
    domain: nameFrom(chance),
    severity,
    comment,
    obfuscate: (chance % 1000) / 1000 < server.settings.obfuscating,
  };
}

const nameFrom = (chance: number) => `${chance % 4 === 0 ? "m." : ""}${chance.toString(36)}-shut.example`;
const WORDS = ["spam", "harassment", "", "unmoderated", "scraping", "ads"];

/** Hosts a server knows besides those of this world. */
export const strangers = (server: Server): readonly string[] =>
  Array.from({ length: 12 }, (_, at) => `${hash(`peer ${server.host} ${at}`).toString(36)}-far.example`);
