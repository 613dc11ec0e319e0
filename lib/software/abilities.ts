import { type Fact, known } from "#lib/domain/evidence/fact.ts";
import type { Ability, NodeInfo, Software } from "#lib/domain/evidence/server.ts";
import { defined } from "#lib/flow/defined.ts";
import type { AliasCheck, MoveRow } from "./define.ts";
import { factsOf } from "./index.ts";
import { compareVersions } from "./version.ts";

/** What a software, at a version, does with a Move that reaches it. Nobody's word for it is "unknown". */
export function abilityOf(software: Software): Ability {
  const row = moveRow(software);
  if (!row) return { onMove: "unknown", needsMovedTo: false, keepsOldFollow: false, certainty: "likely" };
  const { onMove, needsMovedTo = false, keepsOldFollow = false, onlyIfMet, skipsLocals, sinceDay } = row;
  return {
    ...{ onMove, needsMovedTo, keepsOldFollow },
    ...defined({ onlyIfMet, skipsLocals, sinceDay }),
    certainty: wasRead(row, software.version) ? "proven" : "likely",
  };
}

export function abilityFrom(nodeinfo: Fact<NodeInfo>): Fact<Ability> {
  return nodeinfo.known ? known(abilityOf(nodeinfo.value.software), nodeinfo.source) : nodeinfo;
}

/** Undefined: not known. Where it is not true, an actor without `movedTo` has not said that it did not move. */
export const publishesMovedTo = (software: Software): boolean | undefined => moveRow(software)?.publishesMovedTo;

/**
 * Whether it shuts an account out of its own settings once that has moved away: from apps, privacy and the file of
 * followers that were cut off. It cannot post any more either.
 */
export function closesAfterMove({ name, version }: Software): boolean {
  const afterMove = factsOf(name)?.signIn?.afterMove ?? true;
  return afterMove !== true && !version.includes(afterMove.mark);
}

/** Undefined: nobody has read what it looks at when it checks a former address. */
export function aliasCheckOf({ name, version }: Software): AliasCheck["reads"] | undefined {
  const rows = factsOf(name)?.aliasCheck ?? [];
  return rows.findLast(({ since }) => since === undefined || compareVersions(version, since) >= 0)?.reads;
}

/** Whether an account there can send a Move, or be where one leads. */
export const canSendMove = (software: Software): boolean | undefined => moveRow(software)?.sends;
export const canBeTarget = (software: Software): boolean | undefined => moveRow(software)?.target;

/** The row of the newest change at or before this version. */
function moveRow({ name, version }: Software): MoveRow | undefined {
  const rows = (factsOf(name)?.moves ?? []).filter(({ names }) => names?.includes(name.toLowerCase()) ?? true);
  // Where it changed with some version and none is told, either may be true.
  if (rows.length > 1 && !/\d/.test(version)) return undefined;
  const reached = rows.filter(({ since }) => since === undefined || compareVersions(version, since) >= 0);
  return reached.at(-1);
}

function wasRead({ read }: MoveRow, version: string): boolean {
  return read !== undefined && compareVersions(version, read[0]) >= 0 && compareVersions(version, read[1]) <= 0;
}
