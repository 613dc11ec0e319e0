import type { MoreInput } from "#lib/contract/check-input.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { defined } from "#lib/flow/defined.ts";
import { type CheckRow, endCheck, requeue, saveCursor } from "#lib/store/check/checks.ts";
import { forgetFollowed } from "#lib/store/check/followed.ts";
import { findPeople } from "#lib/store/check/people/find-people.ts";
import { askAll, forgetLists } from "#lib/store/check/reset-for-recheck.ts";
import { asOwner, type Writing } from "#lib/store/check/write.ts";
import { type Fields, readAddress, readCandidates } from "../accounts/addresses.ts";
import { AGAIN, FRESH_MS } from "../again/recheck.ts";
import { countAllFollowed, keysOf } from "../report/read-followed.ts";
import type { CheckDeps } from "../state/deps.ts";
import { withoutFollowing } from "./give-following.ts";
import { withLatest } from "./latest-input.ts";
import type { BeforeRow } from "./list-from-before.ts";

type Deps = Pick<CheckDeps, "store" | "now">;
type Input = CheckRow["input"];

/** What a check is to be about from now on; `same`: what it was about. */
type Aim =
  | { readonly ok: true; readonly as: "same" }
  | { readonly ok: true; readonly as: "move" | "comparison"; readonly targets: readonly string[] }
  | { readonly ok: false; readonly fields: Fields }
  | { readonly ok: false; readonly has: "target" };

/** Read before anything is written, so that a wrong address leaves all as it was. */
export function readTargets(row: CheckRow, { new: address, candidates }: MoreInput): Aim {
  if (address !== undefined) return readMove(row, address);
  if (candidates === undefined) return { ok: true, as: "same" };
  const read = readCandidates(candidates, row.old);
  if (!read.ok) return read;
  return row.mode === "planned" ? { ...read, as: "comparison" } : { ok: false, has: "target" };
}

function readMove(row: CheckRow, address: string): Aim {
  const target = readAddress(address);
  if (!target.ok) return { ok: false, fields: { new: target.code } };
  if (target.acct === row.old) return { ok: false, fields: { new: "same-account" } };
  const lookedBack = row.input.lookedBackFrom !== undefined;
  if (lookedBack || (row.mode === "moved" && row.targets.length > 0)) return { ok: false, has: "target" };
  return { ok: true, as: "move", targets: [target.acct] };
}

/** A plan becomes the move it was made for, and its list the snapshot from before. So does a move without a target. */
export async function becomeMoved(deps: Deps, row: CheckRow, to: readonly string[], input: Input): Promise<void> {
  const before = row.mode === "planned" ? await snapshotOf(deps, row, input) : input.before;
  const followedThen = await followedTowards(deps, row, to);
  await asOwner(deps.store, row.id, deps.now(), async (on) => {
    // A run that is under way has another target in mind: it ends here, and writes nothing more.
    await endCheck(on, "cancelled");
    // It was read for the choice between the candidates, and that is made.
    await forgetFollowed(on);
    await forgetLists(on, row.mode === "planned" ? "snapshot" : "list");
    if (row.mode === "planned") await askAnew(deps, on);
    const anew = { mode: "moved", targets: [...to], facts: null, earlier: null, failure: null } as const;
    const latest = withoutFollowing(await withLatest(on, input));
    await requeue(on, { ...anew, input: { ...latest, ...defined({ before, followedThen }) } });
  });
}

/** What servers showed before a move says nothing of whether it got through. */
async function askAnew(deps: Deps, on: Writing): Promise<void> {
  await askAll(on);
  await saveCursor(on, AGAIN, new Date(deps.now().getTime() - FRESH_MS).toISOString());
}

/** The list stays; what servers say of the other candidates is asked anew. */
export async function compareOthers(deps: Deps, row: CheckRow, to: readonly string[], input: Input): Promise<void> {
  await asOwner(deps.store, row.id, deps.now(), async (on) => {
    await endCheck(on, "cancelled");
    await forgetLists(on, "snapshot");
    await askAll(on);
    const latest = await withLatest(on, input);
    await requeue(on, { targets: [...to], facts: null, earlier: null, failure: null, input: latest });
  });
}

/** The list goes with the choice; of the server that was chosen the numbers stay, for they tell whom one has to look for. */
async function followedTowards(
  { store }: Deps,
  row: CheckRow,
  [to = ""]: readonly string[],
): Promise<Input["followedThen"]> {
  if (row.mode !== "planned" || row.input.following === undefined) return undefined;
  const key = serverOf(to);
  const { following, at } = await countAllFollowed(store, row);
  const numbers = keysOf(row).includes(key) ? at(key).following : undefined;
  return numbers && following && following.total > 0 ? { total: following.total, ...numbers } : undefined;
}

/** It is of the day on which the plan was made, unless a list was handed in besides: that may be of any day. */
async function snapshotOf({ store }: Deps, row: CheckRow, { before }: Input): Promise<BeforeRow> {
  const { total } = await findPeople(store, row.id, { limit: 1 });
  const takenAt = before?.kind === undefined ? row.createdAt.toISOString() : before.takenAt;
  return { kind: "snapshot", count: total, ...defined({ takenAt }) };
}
