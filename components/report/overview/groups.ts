import { type ShownCause, shownCause } from "#i18n/cause-words.ts";
import { CAUSE_IDS, causeOf, judgedCause } from "#lib/causes/index.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import { GROUPS, type Group } from "#lib/domain/diagnosis/verdict.ts";
import { isOwnDecision } from "#lib/messages/own-decision.ts";

export type CauseCard = {
  readonly cause: ShownCause;
  readonly count: number;
  /** Servers that are named, the one with most people first. */
  readonly servers: readonly { readonly host: string; readonly people: number }[];
  /** People whose server is their own: counted, never named with a block. */
  readonly onePerson: number;
};
export type CauseGroup = { readonly group: Group; readonly count: number; readonly cards: readonly CauseCard[] };

const ORDER: readonly string[] = [...CAUSE_IDS, "unexplained", "unknown"];

export const groupOfCause = (cause: ShownCause): Group => causeOf(cause)?.group ?? "unknown";

/** While the check runs, cards keep the order of precedence, so that none jumps; at the end the largest comes first. */
export function arrange(
  { counts, servers }: Pick<Report, "counts" | "servers">,
  ended: boolean,
): readonly CauseGroup[] {
  const cards = Object.entries(counts.byCause)
    .filter(([, count]) => count > 0)
    .map(([cause, count]) => cardOf(cause, count, servers))
    .sort((one, other) => (ended && other.count - one.count) || place(one) - place(other));
  return GROUPS.map((group) => cardsIn(group, cards)).filter(({ count }) => count > 0);
}

const place = ({ cause }: CauseCard): number => ORDER.indexOf(cause);

function cardsIn(group: Group, all: readonly CauseCard[]): CauseGroup {
  const cards = all.filter(({ cause }) => groupOfCause(cause) === group);
  return { group, count: cards.reduce((sum, { count }) => sum + count, 0), cards };
}

function cardOf(id: string, count: number, servers: readonly ReportServer[]): CauseCard {
  const cause = shownCause(id);
  const affected = servers.filter(({ causes }) => (causes[id] ?? 0) > 0);
  const named = affected.filter(({ onePerson }) => !isOwnDecision(judgedCause(id), onePerson));
  const peopleOf = ({ causes }: ReportServer) => causes[id] ?? 0;
  return {
    cause: cause === "none" ? "unknown" : cause,
    count,
    servers: named
      .map((server) => ({ host: server.host, people: peopleOf(server) }))
      .sort((one, other) => other.people - one.people || (one.host < other.host ? -1 : 1)),
    onePerson: affected
      .filter(({ onePerson }) => isOwnDecision(judgedCause(id), onePerson))
      .reduce((sum, server) => sum + peopleOf(server), 0),
  };
}

const FIRST = 2;

/** The largest reasons of a group, and the smaller ones, which are folded where that saves a row. */
export function foldRest(cards: readonly CauseCard[]): Readonly<Record<"first" | "rest", readonly CauseCard[]>> {
  if (cards.length < FIRST + 2) return { first: cards, rest: [] };
  return { first: cards.slice(0, FIRST), rest: cards.slice(FIRST) };
}

const MOSTLY = 0.5;
/** Above this share the page says first that not knowing is normal. An unread new list is another matter. */
export const mostlyUnknown = ({ counts }: Pick<Report, "counts">): boolean =>
  counts.newList !== null && counts.missing > 0 && (counts.byCause.unknown ?? 0) / counts.missing > MOSTLY;
