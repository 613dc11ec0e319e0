import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Side } from "#lib/domain/evidence/side.ts";

type Row = {
  readonly host: string;
  readonly facts: ServerFacts | null;
  readonly verdict: { readonly towards: Readonly<Record<string, { readonly arrived: number }>> } | null;
};

/**
 * Whether it is not known, of a server that is there, if the new server lets its people in. Somebody of it who is here
 * or waits, its name among the peers, a list, or somebody whom the new server shows: each of them tells.
 */
export function isUndecided(
  { host, facts, verdict }: Row,
  target: Side,
  check: Pick<CheckFacts, "old" | "targets">,
): boolean {
  const isOurs = [check.old, ...check.targets].some((side) => host === side.host || host === side.webHost);
  if (isOurs || !facts) return false;
  const { life } = facts;
  if (life?.known && life.value.state !== "alive") return false;
  const said = facts.byTarget[target.key] ?? {};
  const arrived = verdict?.towards[target.key]?.arrived ?? 0;
  const isPeer = said.peer?.known && said.peer.value;
  const isSeen = said.sight?.known && said.sight.value.seen === "known";
  const isListed = said.list?.known && said.list.value.inbound !== "unknown";
  return arrived === 0 && !isPeer && !isSeen && !isListed;
}
