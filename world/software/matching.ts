import type { Block, Server } from "../model.ts";
import { RULES } from "./rules.ts";

/** The name itself, and every name below it. */
const isOrIsBelow = (host: string, entry: string) =>
  host.endsWith(entry) && (host.length === entry.length || host[host.length - entry.length - 1] === ".");

const covers = {
  exact: (entry: string, host: string) => entry === host,
  below: (entry: string, host: string) => isOrIsBelow(host, entry.replace(/^\*\./, "")),
  longest: (entry: string, host: string) => isOrIsBelow(host, entry),
  wildcard: (entry: string, host: string) =>
    entry.startsWith("*.") ? isOrIsBelow(host, entry.slice(2)) : entry === host,
  glob: (entry: string, host: string) => globToPattern(entry).test(host),
} as const;

const globToPattern = (glob: string) =>
  new RegExp(
    `^${glob
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
  );

/** By list of rows: whoever changes a server's blocks gives it a new list. */
const asked = new WeakMap<readonly Block[], Map<string, Block | undefined>>();

/** The row that decides about a host: the longest, so that an exception below a blocked name counts. */
export function rowFor(server: Server, host: string): Block | undefined {
  const known = asked.get(server.blocks) ?? new Map<string, Block | undefined>();
  asked.set(server.blocks, known);
  if (!known.has(host)) known.set(host, longestRow(server, host));
  return known.get(host);
}

function longestRow(server: Server, host: string): Block | undefined {
  const rule = covers[RULES[server.software].covers];
  const rows = server.blocks.filter((block) => rule(block.domain, host));
  return rows.sort((one, other) => other.domain.length - one.domain.length)[0];
}

/** Whether one entry, by the habits of this server's software, covers a host. */
export const reaches = (server: Server, entry: string, host: string): boolean =>
  covers[RULES[server.software].covers](entry, host);

/** Refuses everything from there: a block, or a list of allowed servers without the name. */
export const shutsOut = (server: Server, other: Server): boolean =>
  server !== other && (suspends(server, other) || lacks(server, other));

export const suspends = (server: Server, other: Server): boolean =>
  comparedNames(server, other).some((host) => rowFor(server, host)?.severity === "suspend");

export const limits = (server: Server, other: Server): boolean =>
  server !== other &&
  RULES[server.software].limits &&
  comparedNames(server, other).some((host) => rowFor(server, host)?.severity === "silence");

/** A list of allowed servers covers exactly the names on it, and has to have all that are compared. */
export const lacks = (server: Server, other: Server): boolean =>
  server.settings.limited && !comparedNames(server, other).every((host) => server.allows.includes(host));

/** Shows nobody from there. Mastodon looks people up by the name in handles, and compares that one alone. */
export function hides(server: Server, other: Server): boolean {
  if (server.software !== "mastodon") return shutsOut(server, other);
  const isAllowed = !server.settings.limited || server.allows.includes(other.host);
  return server !== other && (rowFor(server, other.host)?.severity === "suspend" || !isAllowed);
}

/** Receives from there and sends nothing. */
export const stopsSending = (server: Server, other: Server): boolean =>
  RULES[server.software].stops && namesOf(other).some((host) => server.stopped.includes(host));

const comparedNames = (server: Server, other: Server) =>
  RULES[server.software].compares === "web" ? [other.web] : namesOf(other);

const namesOf = (server: Server) => (server.web === server.host ? [server.host] : [server.host, server.web]);
