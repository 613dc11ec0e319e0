import { ARRIVED, judgedCause, peopleWhere, UNLISTED } from "#lib/causes/index.ts";
import type { ReportServer } from "#lib/contract/report.ts";
import type { Consequences } from "#lib/domain/diagnosis/consequences.ts";
import { isOwnDecision } from "#lib/messages/own-decision.ts";
import { freedByLetter } from "../actions.ts";

type Helps = Consequences["helps"];
/** What one step would help at a server. */
type Help = "letter" | "replay" | "requests" | "lift" | "wait" | "ask" | "post" | "try" | "nothing";
export type ServerRow = {
  readonly server: ReportServer;
  readonly help: Help;
  /** People that this one step could free. */
  readonly frees: number;
  /** Every reason there, the one that most people share first; leftover entries come last. */
  readonly reasons: readonly { readonly cause: string; readonly people: number }[];
};
export type ServerRows = {
  readonly rows: readonly ServerRow[];
  /** Fewer than five people each: folded together, so that the few that matter are seen. */
  readonly small: readonly ServerRow[];
  readonly onePerson: { readonly servers: number; readonly people: number };
  readonly allHere: number;
};

const SMALL = 5;

export const SERVER_SORTS = ["missing", "came", "server"] as const;
export type ServerSort = (typeof SERVER_SORTS)[number];

/** How many servers have people who are missing, the ones that are not named included. */
export const serversListed = (servers: readonly ReportServer[]): number =>
  servers.filter(({ missing }) => missing > 0).length;

export function rowsOf(servers: readonly ReportServer[], sort: ServerSort = "missing"): ServerRows {
  const missing = servers.filter((server) => server.missing > 0);
  const hidden = missing.filter(isOwnersAffair);
  const rows = missing
    .filter((server) => !isOwnersAffair(server))
    .map(rowOf)
    .sort(ORDERS[sort]);
  return {
    rows: rows.filter(({ server }) => server.missing >= SMALL),
    small: rows.filter(({ server }) => server.missing < SMALL),
    onePerson: { servers: hidden.length, people: hidden.reduce((sum, server) => sum + server.missing, 0) },
    allHere: servers.length - missing.length,
  };
}

/** A server of one that decided something is not named. */
export const isOwnersAffair = ({ onePerson, causes }: ReportServer): boolean =>
  Object.keys(causes).some((cause) => isOwnDecision(judgedCause(cause), onePerson));

type Order = (one: ServerRow, other: ServerRow) => number;
const byName: Order = (one, other) => (one.server.host < other.server.host ? -1 : 1);
const shareHere = ({ server: { here, known } }: ServerRow): number => here / Math.max(1, known);
const byMissing: Order = (one, other) => other.server.missing - one.server.missing || byName(one, other);

const ORDERS: Readonly<Record<ServerSort, Order>> = {
  missing: byMissing,
  came: (one, other) => shareHere(one) - shareHere(other) || byMissing(one, other),
  server: byName,
};

function rowOf(server: ReportServer): ServerRow {
  const of = (...steps: Helps[]) => peopleWhere(server.causes, ({ helps }) => steps.includes(helps));
  const steps: readonly (readonly [Help, number])[] = [
    ["letter", freedByLetter(server)],
    ["requests", of("requests")],
    ["lift", of("lift")],
    ["replay", of("replay")],
    ["post", postable(server) - of("requests", "wait", "replay")],
    ["ask", server.reach === "unknown" ? (server.causes.unknown ?? 0) : 0],
    ["wait", of("wait")],
  ];
  const hope = server.reach === "unknown" && of("hand") > 0 ? "try" : "nothing";
  const [help, frees] = steps.reduce((best, step) => (step[1] > best[1] ? step : best), [hope, 0] as const);
  return { server, help, frees: help === "wait" ? 0 : frees, reasons: reasonsOf(server) };
}

/** People whom a post can bring: nobody where following does not work or is not known to. */
const postable = ({ missing, reach, causes }: ReportServer): number =>
  reach === "works" || reach === "waits"
    ? missing - peopleWhere(causes, ({ helps, group }) => helps === "none" && group !== "here")
    : 0;

/** A leftover entry stands in nobody's way. */
const isEntry = (cause: string): number => Number(UNLISTED.has(cause));

export const reasonsOf = ({ causes }: Pick<ReportServer, "causes">): ServerRow["reasons"] =>
  Object.entries(causes)
    .filter(([cause, people]) => people > 0 && !ARRIVED.has(cause))
    .map(([cause, people]) => ({ cause, people }))
    .sort(
      (one, other) =>
        isEntry(one.cause) - isEntry(other.cause) || other.people - one.people || (one.cause < other.cause ? -1 : 1),
    );
