import type { MoreInput } from "#lib/contract/check-input.ts";
import { defined } from "#lib/flow/defined.ts";
import { type CheckRow, endCheck, requeue, saveCursor } from "#lib/store/check/checks.ts";
import { findPeople } from "#lib/store/check/find-people.ts";
import { forgetFollowed } from "#lib/store/check/followed.ts";
import { askAll, forgetLists } from "#lib/store/check/reset-for-recheck.ts";
import { asOwner, type Writing } from "#lib/store/check/write.ts";
import { readAddress, readCandidates } from "../accounts/addresses.ts";
import { AGAIN, FRESH_MS } from "../again/recheck.ts";
import type { CheckDeps } from "../state/deps.ts";
import { giveFollowing, withoutFollowing } from "./give-following.ts";
import type { Given } from "./given.ts";
import { type BeforeRow, knownBefore } from "./list-from-before.ts";
import { readInput } from "./read-input.ts";
import { hasRoomFor, saveBefore } from "./save-before.ts";

/** Takes what the mover has beside two addresses, whenever it comes, and has everybody judged with it. */
export async function giveMore(deps: CheckDeps, row: CheckRow, { following, ...more }: MoreInput): Promise<Given> {
  if (following !== undefined)
    return Object.keys(more).length > 0
      ? { ok: false, fields: { following: "alone" } }
      : giveFollowing(deps, row, following);
  const now = deps.now();
  const people = await knownBefore(more.before ?? {});
  const read = await readInput(more, row.input, now.toISOString(), people.length);
  if (!read.ok) return read;
  if (!(await hasRoomFor(deps, row.id, people))) return { ok: false, fields: { "before.handles": "too-many" } };
  if (more.new !== undefined) return becomeMoved(deps, row, more.new, read.input);
  if (more.candidates !== undefined) return compareOthers(deps, row, more.candidates, read.input);
  await saveBefore(deps, row.id, people);
  await asOwner(deps.store, row.id, now, (on) => requeue(on, { input: read.input }));
  await deps.wake(row.id);
  return { ok: true };
}

/** A plan becomes the move it was made for, and its list the snapshot from before. So does a move without a target. */
async function becomeMoved(deps: CheckDeps, row: CheckRow, address: string, input: CheckRow["input"]): Promise<Given> {
  const target = readAddress(address);
  if (!target.ok) return { ok: false, fields: { new: target.code } };
  if (target.acct === row.old) return { ok: false, fields: { new: "same-account" } };
  const lookedBack = row.input.lookedBackFrom !== undefined;
  if (lookedBack || (row.mode === "moved" && row.targets.length > 0)) return { ok: false, has: "target" };
  const before = row.mode === "planned" ? await snapshotOf(deps, row) : input.before;
  await asOwner(deps.store, row.id, deps.now(), async (on) => {
    // A run that is under way has another target in mind: it ends here, and writes nothing more.
    await endCheck(on, "cancelled");
    // It was read for the choice between the candidates, and that is made.
    await forgetFollowed(on);
    await forgetLists(on, row.mode === "planned" ? "snapshot" : "list");
    if (row.mode === "planned") await askAnew(deps, on);
    const anew = { mode: "moved", targets: [target.acct], facts: null, earlier: null, failure: null } as const;
    await requeue(on, { ...anew, input: { ...withoutFollowing(input), ...defined({ before }) } });
  });
  await deps.wake(row.id);
  return { ok: true };
}

/** What servers showed before a move says nothing of whether it got through. */
async function askAnew(deps: CheckDeps, on: Writing): Promise<void> {
  await askAll(on);
  await saveCursor(on, AGAIN, new Date(deps.now().getTime() - FRESH_MS).toISOString());
}

/** The list stays; what servers say of the other candidates is asked anew. */
async function compareOthers(
  deps: CheckDeps,
  row: CheckRow,
  texts: readonly string[],
  input: CheckRow["input"],
): Promise<Given> {
  const read = readCandidates(texts, row.old);
  if (!read.ok) return read;
  if (row.mode !== "planned") return { ok: false, has: "target" };
  await asOwner(deps.store, row.id, deps.now(), async (on) => {
    await endCheck(on, "cancelled");
    await forgetLists(on, "snapshot");
    await askAll(on);
    await requeue(on, { targets: [...read.targets], facts: null, earlier: null, failure: null, input });
  });
  await deps.wake(row.id);
  return { ok: true };
}

async function snapshotOf({ store }: CheckDeps, row: CheckRow): Promise<BeforeRow> {
  const { total } = await findPeople(store, row.id, { limit: 1 });
  return { kind: "snapshot", count: total, takenAt: row.createdAt.toISOString() };
}
