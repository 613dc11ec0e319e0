import type { Block, Server } from "../model.ts";
import { type Covering, RULES } from "./rules.ts";

/** The name itself, and every name below it. */
const isOrIsBelow = (host: string, entry: string) =>
  host.endsWith(entry) && (host.length === entry.length || host[host.length - entry.length - 1] === ".");

const COVERS: Readonly<Record<Covering, (entry: string, host: string) => boolean>> = {
  exact: (entry, host) => entry === host,
  below: (entry, host) => isOrIsBelow(host, entry),
  "below-or-star": (entry, host) => isOrIsBelow(host, entry.replace(/^\*\./, "")),
  longest: (entry, host) => isOrIsBelow(host, entry),
  wildcard: (entry, host) => (entry.startsWith("*.") ? isOrIsBelow(host, entry.slice(2)) : entry === host),
  glob: (entry, host) => globToPattern(entry).test(host),
};

const globToPattern = (glob: string) =>
  new RegExp(
    `^${glob
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
  );

/** By list of rows: code that changes a server's blocks gives it a new list. */
const asked = new WeakMap<readonly Block[], Map<string, Block | undefined>>();

/** The row that decides about a host: the longest, so that an exception below a blocked name counts. */
export function rowFor(server: Server, host: string): Block | undefined {
  const known = asked.get(server.blocks) ?? new Map<string, Block | undefined>();
  asked.set(server.blocks, known);
  if (!known.has(host)) known.set(host, longestRow(server, host));
  return known.get(host);
}

function longestRow(server: Server, host: string): Block | undefined {
  const rule = COVERS[RULES[server.software].covers];
  const rows = server.blocks.filter((block) => rule(block.domain, host));
  return rows.sort((one, other) => other.domain.length - one.domain.length)[0];
}

/** Whether one entry, by the habits of this server's software, covers a host. */
export const reaches = (server: Server, entry: string, host: string): boolean =>
  COVERS[RULES[server.software].covers](entry, host);

/** Refuses everything from there: a block, or a list of allowed servers without the name. */
export const shutsOut = (server: Server, other: Server): boolean =>
  server !== other && shutsOutNames(server, comparedNames(server, other));

/** The same for somebody who is known by a name alone. */
export const shutsOutNames = (server: Server, names: readonly string[]): boolean =>
  suspendsNames(server, names) || lacksNames(server, names);

export const suspends = (server: Server, other: Server): boolean => suspendsNames(server, comparedNames(server, other));

export const limits = (server: Server, other: Server): boolean =>
  server !== other &&
  RULES[server.software].limits &&
  comparedNames(server, other).some((host) => rowFor(server, host)?.severity === "silence");

export const lacks = (server: Server, other: Server): boolean => lacksNames(server, comparedNames(server, other));

/** Shows nobody from there. Mastodon looks people up by the name in handles, and compares that one alone. */
export function hides(server: Server, other: Server): boolean {
  if (server.software !== "mastodon") return shutsOut(server, other);
  return server !== other && shutsOutNames(server, [other.host]);
}

/**
 * Gives its accounts to nobody of that server: it wants every question signed, and does not talk to whose signature it is. A
 * plain Mastodon shows them even to the servers that it suspends.
 */
export function keepsFrom(home: Server, asker: Server): boolean {
  const { secure, limited } = home.settings;
  return (secure || limited || RULES[home.software].signedOnly) && shutsOut(home, asker);
}

/** Receives from there and sends nothing: what counts is where the inbox is. */
export const stopsSending = (server: Server, other: Server): boolean =>
  RULES[server.software].stops && server.stopped.includes(other.web);

/** The names of another server that this one compares its rows with. */
export const comparedNames = (server: Server, other: Server): readonly string[] =>
  RULES[server.software].compares === "web" || other.web === other.host ? [other.web] : [other.host, other.web];

const suspendsNames = (server: Server, names: readonly string[]) =>
  names.some((host) => rowFor(server, host)?.severity === "suspend" && !isOutweighed(server, host));

/** Where only allowed servers are let in at all, it is the block that wins. */
const isOutweighed = (server: Server, host: string) =>
  RULES[server.software].allowsOutweigh && !server.settings.limited && isAllowed(server, host);

const lacksNames = (server: Server, names: readonly string[]) =>
  server.settings.limited && !names.every((host) => isAllowed(server, host));

const isAllowed = (server: Server, host: string) =>
  server.allows.some((entry) => COVERS[RULES[server.software].allowsCover](entry, host));
