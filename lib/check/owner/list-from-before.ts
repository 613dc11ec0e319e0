import type { BeforeInput } from "#lib/contract/check-input.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { parseHandle } from "#lib/domain/names/handle.ts";
import { defined } from "#lib/flow/defined.ts";
import { pause } from "#lib/flow/pause.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";

export type BeforeRow = NonNullable<CheckRow["input"]["before"]>;
type SnapshotKind = NonNullable<BeforeRow["kind"]>;

/** A list of unknown making: it names people and says nothing about how many there were. */
const USUAL: SnapshotKind = "list";

/**
 * Everybody named, once. Lines that are no addresses are passed over: a file has headers and notes. Read in bites:
 * nobody else waits while a long list is read.
 */
export async function knownBefore({ handles = [], kind = USUAL }: BeforeInput): Promise<readonly Person[]> {
  const found = new Map<string, Person>();
  let bitten = 0;
  for (const text of handles) {
    bitten += EACH + text.length;
    if (bitten > BITE) {
      bitten = 0;
      await pause();
    }
    const parsed = parseHandle(text);
    if (!parsed.ok) continue;
    const { acct, host } = parsed.handle;
    found.set(acct, { acct, server: host, before: kind, in: [] });
  }
  return [...found.values()];
}

/** Letters, not addresses: one may have twenty times as many as another. Each costs as much as so many letters besides. */
const BITE = 64 * 1024;
const EACH = 64;

/** A snapshot's size is its own; any other number is what the mover says. */
export function beforeRow(before: BeforeInput, people: number): BeforeRow {
  const { count, kind = USUAL, takenAt, handles } = before;
  const size = kind === "snapshot" && handles?.length ? people : count;
  return {
    ...defined({ count: size }),
    ...(handles?.length ? { kind } : {}),
    ...defined({ takenAt }),
  };
}

/** A snapshot counts everybody there was; no list that comes later, and no number, knows better. */
export function joinBefore(kept: BeforeRow | undefined, given: BeforeRow): BeforeRow {
  if (kept?.kind === "snapshot" && given.kind !== "snapshot") return kept;
  const takenAt = kept?.kind === "snapshot" ? earlierOf(kept.takenAt, given.takenAt) : given.takenAt;
  const { takenAt: _, ...joined } = { ...kept, ...given };
  return { ...joined, ...defined({ takenAt }) };
}

/** Two snapshots together are as old as the older one, and of no day that is known where one of them is of none. */
const earlierOf = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || other === undefined ? undefined : Date.parse(other) < Date.parse(one) ? other : one;
