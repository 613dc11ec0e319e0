import { median } from "./median.ts";

type Line = { readonly host: string; readonly path: string; readonly status: number };
export type Requests = { readonly all: number; readonly hosts: number; readonly median: number; readonly most: number };

/** How many requests each follower's server got that says what it is. Those that are silent cannot be spared anything. */
export function requestsOf(lines: readonly Line[], own: readonly string[], answering: ReadonlySet<string>): Requests {
  const byHost = Map.groupBy(lines, ({ host }) => host);
  const counts = [...byHost].flatMap(([host, asked]) =>
    answering.has(host) && !own.includes(host) ? [asked.length] : [],
  );
  return {
    all: lines.length,
    hosts: counts.length,
    median: counts.length > 0 ? median(counts) : 0,
    most: Math.max(0, ...counts),
  };
}

/** How many requests a server with these names got. */
export function askedOf(lines: readonly Line[]): (names: readonly string[]) => number {
  const byHost = Map.groupBy(lines, ({ host }) => host);
  return (names) => [...new Set(names)].reduce((sum, name) => sum + (byHost.get(name)?.length ?? 0), 0);
}

/** Hosts that answered NodeInfo. */
export const answeringIn = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ host, path, status }) => (/^\/nodeinfo\//.test(path) && status === 200 ? [host] : [])));

/** What all of it weighs: requests, the most that one follower's server got, and the bodies of the answers. */
export function weightOf(lines: readonly (Line & { readonly bytes: number })[], own: readonly string[]) {
  const byHost = Map.groupBy(lines, ({ host }) => host);
  const elsewhere = [...byHost].flatMap(([host, asked]) => (own.includes(host) ? [] : [asked.length]));
  return {
    requests: lines.length,
    mostToOne: Math.max(0, ...elsewhere),
    bytes: lines.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
