import type { Report } from "#lib/contract/report.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { canBeTarget } from "#lib/software/abilities.ts";

/** A follower's server as a place to move to. */
export type SuggestedFrom = {
  readonly host: string;
  readonly known: number;
  readonly onePerson: boolean;
  readonly facts: ServerFacts | null;
};
type Suggestion = NonNullable<Report["suggestions"]>[number];

const MOST = 8;
/** One follower is somebody, and no reason to move there. */
const FEWEST = 2;

/** Servers that answer, that a move can lead to and that do not say that they are closed; most followers first. */
export function suggestionsFrom(servers: readonly SuggestedFrom[], taken: readonly Side[]): Suggestion[] {
  const hosts = new Set(taken.flatMap(({ host, webHost }) => [host, webHost]));
  return servers
    .filter(({ host, known, onePerson }) => known >= FEWEST && !onePerson && !hosts.has(host))
    .flatMap(suggestionOf)
    .sort((one, other) => other.followers - one.followers || (one.host < other.host ? -1 : 1))
    .slice(0, MOST);
}

function suggestionOf({ host, known, facts }: SuggestedFrom): readonly Suggestion[] {
  const { nodeinfo, life } = facts ?? {};
  const silent = life?.known === true && life.value.state !== "alive";
  if (!nodeinfo?.known || silent || canBeTarget(nodeinfo.value.software) !== true) return [];
  const { openRegistrations, software } = nodeinfo.value;
  if (openRegistrations === false) return [];
  return [{ host, followers: known, software, signUp: openRegistrations ? "open" : "unknown" }];
}
