import type { BeforeInput } from "#lib/contract/check-input.ts";
import type { Person } from "#lib/domain/evidence/evidence.ts";
import { parseHandle } from "#lib/domain/names/handle.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";

export type BeforeRow = NonNullable<CheckRow["input"]["before"]>;
type Kind = NonNullable<BeforeRow["kind"]>;

/** A list of unknown making: it names people and says nothing about how many there were. */
const USUAL: Kind = "list";

/** Lines that are no addresses are passed over: a file has headers and notes. */
export function knownBefore({ handles = [], kind = USUAL }: BeforeInput): readonly Person[] {
  return handles.flatMap((text) => {
    const parsed = parseHandle(text);
    return parsed.ok ? [{ acct: parsed.handle.acct, server: parsed.handle.host, before: kind, in: [] }] : [];
  });
}

/** A file may name somebody twice. */
const peopleIn = (before: BeforeInput): number => new Set(knownBefore(before).map(({ acct }) => acct)).size;

/** A snapshot's size is its own; any other number is what the mover says. */
export function beforeRow(before: BeforeInput): BeforeRow {
  const { count, kind = USUAL, takenAt, handles } = before;
  const size = kind === "snapshot" && handles?.length ? peopleIn(before) : count;
  return {
    ...(size === undefined ? {} : { count: size }),
    ...(handles?.length ? { kind } : {}),
    ...(takenAt ? { takenAt } : {}),
  };
}

/** A snapshot counts everybody there was; no list that comes later, and no number, knows better. */
export function joinBefore(kept: BeforeRow | undefined, given: BeforeRow): BeforeRow {
  return kept?.kind === "snapshot" && given.kind !== "snapshot" ? kept : { ...kept, ...given };
}
