import { ARRIVED, peopleWhere, UNLISTED } from "#lib/causes/index.ts";
import type { ReportServer } from "#lib/contract/report.ts";
import type { Consequences } from "#lib/domain/diagnosis/consequences.ts";
import { isOwnDecision } from "#lib/messages/own-decision.ts";
import { freedByLetter } from "../actions.ts";

type Step = Consequences["helps"];
/** What one step would help at a server. */
type Help = "letter" | "replay" | "requests" | "wait" | "ask" | "post" | "try" | "nothing";
export type ServerRow = {
  readonly server: ReportServer;
  readonly help: Help;
  /** People that this one step could free. */
  readonly frees: number;
  /** The reason most people there share. */
  readonly cause: string | null;
};
export type ServerRows = {
  readonly rows: readonly ServerRow[];
  /** Fewer than five people each: folded together, so that the few that matter are seen. */
  readonly small: readonly ServerRow[];
  readonly onePerson: { readonly servers: number; readonly people: number };
  readonly allHere: number;
};

const SMALL = 5;

export function rowsOf(servers: readonly ReportServer[]): ServerRows {
  const missing = servers.filter((server) => server.missing > 0);
  const hidden = missing.filter(isOwnersAffair);
  const rows = missing
    .filter((server) => !isOwnersAffair(server))
    .map(rowOf)
    .sort(byUse);
  return {
    rows: rows.filter(({ server }) => server.missing >= SMALL),
    small: rows.filter(({ server }) => server.missing < SMALL),
    onePerson: { servers: hidden.length, people: hidden.reduce((sum, server) => sum + server.missing, 0) },
    allHere: servers.length - missing.length,
  };
}

/** A server of one that decided something is not named. */
export const isOwnersAffair = ({ onePerson, causes }: ReportServer): boolean =>
  Object.keys(causes).some((cause) => isOwnDecision(cause, onePerson));

const isHopeless = ({ help }: ServerRow): number => Number(help === "nothing");

const byUse = (one: ServerRow, other: ServerRow): number =>
  other.frees - one.frees ||
  isHopeless(one) - isHopeless(other) ||
  other.server.missing - one.server.missing ||
  (one.server.host < other.server.host ? -1 : 1);

function rowOf(server: ReportServer): ServerRow {
  const of = (...steps: Step[]) => peopleWhere(server.causes, ({ helps }) => steps.includes(helps));
  const steps: readonly (readonly [Help, number])[] = [
    ["letter", freedByLetter(server)],
    ["requests", of("requests")],
    ["replay", of("replay")],
    ["post", postable(server) - of("requests", "wait", "replay")],
    ["ask", server.reach === "unknown" ? (server.causes.unknown ?? 0) : 0],
    ["wait", of("wait")],
  ];
  const hope = server.reach === "unknown" && of("hand") > 0 ? "try" : "nothing";
  const [help, frees] = steps.reduce((best, step) => (step[1] > best[1] ? step : best), [hope, 0] as const);
  return { server, help, frees: help === "wait" ? 0 : frees, cause: mainCause(server) };
}

/** People whom a post can bring: nobody where following does not work or is not known to. */
const postable = ({ missing, reach, causes }: ReportServer): number =>
  reach === "works" || reach === "waits"
    ? missing - peopleWhere(causes, ({ helps, group }) => helps === "none" && group !== "here")
    : 0;

/** A leftover entry stands in nobody's way: it is named only where there is nothing else. */
const isEntry = (cause: string): number => Number(UNLISTED.has(cause));

function mainCause({ causes }: ReportServer): string | null {
  const away = Object.entries(causes).filter(([cause]) => !ARRIVED.has(cause));
  return away.sort(([a, one], [b, other]) => isEntry(a) - isEntry(b) || other - one)[0]?.[0] ?? null;
}
