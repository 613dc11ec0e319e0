import { defined } from "#lib/flow/defined.ts";
import type { Counts, Parts, ServerSummary, Towards } from "../diagnosis/verdict.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { Side } from "../evidence/side.ts";
import { neitherOf } from "../move/neither.ts";
import { NOBODY_YET, tallyUp } from "../move/tally.ts";

type Summary = Pick<ServerSummary, "host" | "towards">;

/** The numbers of a whole check, added up from its servers. A planned check is counted towards its first candidate. */
export function countUp(check: CheckFacts, servers: readonly Summary[]): Counts {
  const target = check.targets[0];
  if (!target) return { ...NOTHING, ...beforeOf(check) };
  const tally = tallyUp(check, servers)[target.key] ?? NOBODY_YET;
  const towards = servers.flatMap((server) => server.towards[target.key] ?? []);
  const newList = lengthOf(target);
  const parts = partsOf(towards);
  const inList = tally.here - add(towards, ({ unlisted = 0 }) => unlisted);
  const provisional = add(towards, ({ provisional: some }) => some);
  return {
    ...beforeOf(check, parts),
    here: tally.here,
    missing: add(towards, ({ missing }) => missing),
    missingIs: check.before.is === "snapshot" && newList !== null ? "exact" : "at-least",
    newList,
    newcomers: check.before.is === "snapshot" && newList !== null ? Math.max(0, newList - inList) : null,
    neither: neitherOf(check, target, tally),
    byGroup: sum(towards.map(({ groups }) => groups)),
    byCause: sum(towards.map(({ causes }) => causes)),
    byReach: sum(towards.map(({ reaches }) => reaches)),
    ...(provisional > 0 ? { provisional } : {}),
    ...defined({ parts }),
  };
}

const NOTHING: Omit<Counts, "before" | "beforeIs"> = {
  ...{ here: 0, missing: 0, newList: null, newcomers: null, neither: null },
  ...{ missingIs: "at-least" as const, byGroup: {}, byCause: {}, byReach: {} },
};

/**
 * Never worked out from here and missing: who left unseen is in neither. But a snapshot, or two of them together, holds
 * everybody who is said to be in it.
 */
function beforeOf({ before: { is, count } }: CheckFacts, parts?: Parts): Pick<Counts, "before" | "beforeIs"> {
  const inIt = parts ? parts.snapshotHere + parts.snapshotMissing : 0;
  return { before: is === "snapshot" ? Math.max(count ?? 0, inIt) : (count ?? null), beforeIs: is };
}

/** A sum that leaves some server out would say less than there is. */
function partsOf(towards: readonly Towards[]): Parts | undefined {
  const counted = towards.flatMap(({ parts }) => parts ?? []);
  if (counted.length < towards.length) return undefined;
  return {
    onOld: add(counted, ({ onOld }) => onOld),
    onNeither: add(counted, ({ onNeither }) => onNeither),
    snapshotHere: add(counted, ({ snapshotHere }) => snapshotHere),
    snapshotMissing: add(counted, ({ snapshotMissing }) => snapshotMissing),
    youFollow: add(counted, ({ youFollow }) => youFollow),
  };
}

const lengthOf = ({ list }: Side): number | null => (list.known && list.complete ? list.value.read : null);

const add = <T>(rows: readonly T[], number: (row: T) => number): number =>
  rows.reduce((total, row) => total + number(row), 0);

export function sum(rows: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const row of rows) for (const [name, number] of Object.entries(row)) total[name] = (total[name] ?? 0) + number;
  return total;
}
