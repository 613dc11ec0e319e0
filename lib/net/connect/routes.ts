import { isIP } from "node:net";

/** Names that are sent to a given address: the one way for a test bed or a private network past the address check. */
export type Route = { readonly address: string; readonly port: number } | "nowhere";
export type Routes = { readonly size: number; find(host: string): Route | undefined };
export type ParsedRoutes =
  | { readonly ok: true; readonly routes: Routes }
  | { readonly ok: false; readonly problem: string };

const HIGHEST_PORT = 65_535;

/** `*.test=127.0.0.1:8443,old.sim.test=[::1]:443,no.sim.test=nowhere`, which no name server knows. A wildcard covers every depth below its name, not the name itself; one at the end, `no.*`, covers all names that begin so. */
export function parseRoutes(text: string): ParsedRoutes {
  const table = new Map<string, Route>();
  const entries = text.split(",").map((entry) => entry.trim());
  for (const entry of entries.filter((some) => some !== "")) {
    const parsed = parseEntry(entry);
    if (!parsed) return { ok: false, problem: `"${entry}" is not a route of the form name=address:port.` };
    table.set(parsed.pattern, parsed.route);
  }
  return { ok: true, routes: { size: table.size, find: (host) => findIn(table, host.toLowerCase()) } };
}

export const NO_ROUTES: Routes = { size: 0, find: () => undefined };

function parseEntry(entry: string): { readonly pattern: string; readonly route: Route } | undefined {
  const [, nobody] = /^((?:\*\.)?[\w.-]+(?:\.\*)?)=nowhere$/.exec(entry) ?? [];
  if (nobody !== undefined) return { pattern: nobody.toLowerCase(), route: "nowhere" };
  const [, pattern, bracketed, bare, digits] =
    /^((?:\*\.)?[\w.-]+)=(?:\[([^\]]+)\]|([^:[\]]+)):(\d+)$/.exec(entry) ?? [];
  const address = bracketed ?? bare ?? "";
  const port = Number(digits);
  const wellFormed = isIP(address) === (bracketed === undefined ? 4 : 6) && port > 0 && port <= HIGHEST_PORT;
  return pattern && wellFormed ? { pattern: pattern.toLowerCase(), route: { address, port } } : undefined;
}

/** The name itself, then how it begins, then wildcards from the longest: the order of looking is the order of precedence. */
function findIn(table: ReadonlyMap<string, Route>, host: string): Route | undefined {
  const labels = host.split(".");
  const wildcards = labels.slice(1).map((_, at) => `*.${labels.slice(at + 1).join(".")}`);
  for (const pattern of [host, `${labels[0]}.*`, ...wildcards]) {
    const route = table.get(pattern);
    if (route) return route;
  }
  return undefined;
}
