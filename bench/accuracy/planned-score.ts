import { causeOf } from "#lib/causes/index.ts";
import type { Report } from "#lib/contract/report.ts";
import type { Scenario, ServerSpec } from "#world/make/scenario.ts";
import type { TruthFile } from "#world/truth/truth.ts";

/** What a planned check says of one candidate beside what the move there came to. */
export type PlannedScore = {
  readonly candidate: string;
  /** Counted as people who cannot come, and they came. */
  readonly falseCannot: readonly string[];
  /** Counted as people who can come, and stopped by what a public answer showed before the move. */
  readonly falseCan: readonly string[];
  /** Of those who came from servers that publish their lists, to one that does. */
  readonly arrivals: number;
  readonly foreseen: number;
  readonly unknown: number;
  /** People for whom one of the two servers keeps its list to itself. */
  readonly hidden: number;
};

type Told = NonNullable<Report["followers"]>[number];
type True = TruthFile["followers"][number];

export function scoreCandidate(
  report: Report,
  scenario: Scenario,
  candidate: string,
  { followers }: TruthFile,
): PlannedScore {
  const truths = new Map(followers.map((one) => [one.savedAs ?? one.acct, one]));
  const host = hostOf(candidate);
  const isPublic = isPublicTo(scenario, candidate);
  const shown = (real: True) => wasShown(real) && !isOfAnAccountToCome(real, candidate);
  const people = (report.followers ?? []).flatMap((told) => {
    const real = truths.get(told.acct);
    return real ? [{ told, real, cause: told.outcomes?.[host]?.cause ?? "unknown" }] : [];
  });
  const came = people.filter(({ real }) => arrived(real) && isPublic(real.server));
  return {
    candidate,
    falseCannot: people.filter(({ real, cause }) => isCannot(cause) && cameByTheMove(real, cause)).map(inWords),
    falseCan: people.filter(({ real, cause }) => cause === "clear" && shown(real)).map(inWords),
    arrivals: came.length,
    foreseen: came.filter(({ cause }) => cause === "clear").length,
    unknown: people.filter(({ cause }) => cause === "unknown").length,
    hidden: people.filter(({ real }) => !isPublic(real.server)).length,
  };
}

/** As the world's truth has it, whatever a check says. */
export const arrivalsAt = (scenario: Scenario, candidate: string, { followers }: TruthFile): number =>
  followers.filter((one) => arrived(one) && isPublicTo(scenario, candidate)(one.server)).length;

const hostOf = (candidate: string): string => candidate.slice(candidate.lastIndexOf("@") + 1);
/** Both servers show whom they block. */
const isPublicTo = (scenario: Scenario, candidate: string) => (server: string) =>
  publishes(scenario, server) && publishes(scenario, hostOf(candidate));

const inWords = ({ told, real, cause }: { told: Told; real: True; cause: string }): string =>
  `${told.acct}: ${cause}, and it was ${real.cause}`;

/** Everything but an open way, one that nobody can see, and a wait. */
const isCannot = (cause: string): boolean => causeOf(cause) !== undefined && causeOf(cause)?.helps !== "requests";

/** What goes wrong on the day of the move shows afterwards alone: there the old server can send it again. */
const isOfTheDay = (cause: string): boolean => causeOf(cause)?.helps === "replay";
/** Whom that very thing stopped followed by hand afterwards. */
const cameByTheMove = (real: True, cause: string): boolean => arrived(real) && !real.holds.some((one) => one === cause);
const arrived = ({ position }: True): boolean => position === "here";
/** Nobody can have suspended an account that is made for the move: a server alone was named, and nothing asked about. */
const isOfAnAccountToCome = ({ cause }: True, candidate: string): boolean => {
  const { stands, helps } = causeOf(cause) ?? {};
  return stands === "before-new" && helps === "none" && !candidate.includes("@");
};
const wasShown = (real: True): boolean => !arrived(real) && real.visible && !isOfTheDay(real.cause);

function publishes({ servers = {} }: Scenario, host: string): boolean {
  const { software = "mastodon", list, fault, limited }: ServerSpec = servers[host] ?? {};
  return software === "mastodon" && list === "public" && !fault && !limited;
}
