import type { MoreInput } from "#lib/contract/check-input.ts";
import { makeHostSlots } from "#lib/flow/slots.ts";
import { type CheckRow, readCheck, requeue } from "#lib/store/check/checks.ts";
import { asOwner } from "#lib/store/check/write.ts";
import type { CheckDeps } from "../state/deps.ts";
import { becomeMoved, compareOthers, readTargets } from "./change-targets.ts";
import { giveFollowing } from "./give-following.ts";
import type { InputTaken } from "./input-taken.ts";
import { withLatest } from "./latest-input.ts";
import { knownBefore } from "./list-from-before.ts";
import { readInput } from "./read-input.ts";
import { hasRoomFor, MOST_PEOPLE, saveBefore } from "./save-before.ts";

type Deps = Pick<CheckDeps, "store" | "now" | "wake">;

/** One call at a time for each check: two that are counted at once would each find the room that is there for one. */
const turns = makeHostSlots();

/** Takes what the mover has beside two addresses, whenever it comes, and has everybody judged with it. */
export async function giveMore(deps: Deps, row: CheckRow, more: MoreInput, most = MOST_PEOPLE): Promise<InputTaken> {
  const release = await turns(row.id, 1);
  try {
    // What the call before has left.
    const now = (await readCheck(deps.store, row.id)) ?? row;
    return await giveInTurn(deps, now, more, most);
  } finally {
    release?.();
  }
}

function giveInTurn(deps: Deps, row: CheckRow, { following, ...more }: MoreInput, most: number): Promise<InputTaken> {
  if (following === undefined) return giveRest(deps, row, more, most);
  if (Object.keys(more).length > 0) return Promise.resolve({ ok: false, fields: { following: "alone" } });
  return giveFollowing(deps, row, following);
}

type Rest = Omit<MoreInput, "following">;

async function giveRest(deps: Deps, row: CheckRow, more: Rest, most: number): Promise<InputTaken> {
  const now = deps.now();
  const people = await knownBefore(more.before ?? {});
  const read = await readInput(more, row.input, now.toISOString(), people.length);
  if (!read.ok) return read;
  const aim = readTargets(row, more);
  if (!aim.ok) return aim;
  if (!(await hasRoomFor(deps, row.id, people, most))) return { ok: false, fields: { "before.handles": "too-many" } };
  await saveBefore(deps, row.id, people);
  if (aim.as === "move") await becomeMoved(deps, row, aim.targets, read.input);
  else if (aim.as === "comparison") await compareOthers(deps, row, aim.targets, read.input);
  else await asOwner(deps.store, row.id, now, async (on) => requeue(on, { input: await withLatest(on, read.input) }));
  await deps.wake(row.id);
  return { ok: true };
}
