import type { MoreInput } from "#lib/contract/check-input.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { parseHandle } from "#lib/domain/names/handle.ts";
import { pause } from "#lib/flow/pause.ts";
import { type CheckRow, endCheck, patchCheck, requeue, rowOf, saveCursor } from "#lib/store/check/checks.ts";
import { dropServersOfNobody, forgetFollowed, forgetWhom } from "#lib/store/check/followed.ts";
import { asOwner, type Writing } from "#lib/store/check/write.ts";
import { FOLLOWED } from "../followed/place.ts";
import type { CheckDeps } from "../state/deps.ts";
import type { InputTaken } from "./input-taken.ts";
import { saveBefore } from "./save-before.ts";

type Deps = Pick<CheckDeps, "store" | "now" | "wake">;
type Following = Exclude<MoreInput["following"], undefined>;

/**
 * The owner of a plan wants to know whom one could follow from the candidates, or does not any more. A list that comes
 * takes the place of the one before: nothing of that is kept.
 */
export async function giveFollowing(deps: Deps, row: CheckRow, following: Following): Promise<InputTaken> {
  if (row.mode !== "planned" || row.input.lookedBackFrom !== undefined) return { ok: false, has: "target" };
  if (following === null) return forget(deps, row.id);
  const people = await followedIn(following.handles ?? []);
  const isFile = following.handles !== undefined;
  if (isFile && people.length === 0) return { ok: false, fields: { "following.handles": "no-list" } };
  const wasAtWork = await asOwner(deps.store, row.id, deps.now(), (on) => letGo(on, forgetWhom));
  try {
    await saveBefore(deps, row.id, people);
  } catch (error) {
    if (wasAtWork) await deps.wake(row.id);
    throw error;
  }
  await asOwner(deps.store, row.id, deps.now(), async (on) => {
    const now = await rowOf(on);
    if (isFile) await dropServersOfNobody(on);
    if (now) await requeue(on, { input: { ...now.input, following: isFile ? { handedIn: people.length } : {} } });
  });
  await deps.wake(row.id);
  return { ok: true };
}

async function forget(deps: Deps, id: string): Promise<InputTaken> {
  const wasAtWork = await asOwner(deps.store, id, deps.now(), (on) => letGo(on, forgetFollowed));
  // What was under way for the followers goes on.
  if (wasAtWork) await deps.wake(id);
  return { ok: true };
}

/**
 * A run that is under way may have another list in hand: it ends here, and writes nothing more. What it did for the followers
 * is to go on, even where this process ends before it has saved the next list. True where there was a run.
 */
async function letGo(on: Writing, forgetList: (on: Writing) => Promise<unknown>): Promise<boolean> {
  const ended = await endCheck(on, "cancelled");
  await forgetList(on);
  await saveCursor(on, FOLLOWED, undefined);
  const row = await rowOf(on);
  const input = row && withoutFollowing(row.input);
  if (input) await (ended ? requeue(on, { input }) : patchCheck(on, { input }));
  return ended;
}

export const withoutFollowing = ({ following: _, ...input }: CheckRow["input"]): CheckRow["input"] => input;

const BITE = 1_000;

/** Everybody named, once. Lines that are no addresses are passed over, as in a list of followers. */
async function followedIn(handles: readonly string[]): Promise<readonly Person[]> {
  const found = new Map<string, Person>();
  for (const [at, text] of handles.entries()) {
    if (at % BITE === BITE - 1) await pause();
    const parsed = parseHandle(text);
    if (!parsed.ok) continue;
    const { acct, host } = parsed.handle;
    found.set(acct, { acct, server: host, in: [], youFollow: true });
  }
  return [...found.values()];
}
