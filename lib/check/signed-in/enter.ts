import type { DroppedToken, TokenSide } from "#lib/domain/ports/tokens.ts";
import { requeue, rowOf } from "#lib/store/check/checks.ts";
import { asOwner, type Writing } from "#lib/store/check/write.ts";
import type { SignInRow } from "#lib/store/tables/types.ts";
import type { CheckDeps } from "../state/deps.ts";
import { type ListPlace, stepOf } from "../state/run-state.ts";
import { changeLast } from "./asked.ts";
import { REQUESTS } from "./collect-requests.ts";

type Entered = Omit<SignInRow, "at" | "asked" | "droppedAt" | "revoked">;

/**
 * The owner has signed in: the account is proven, and the check goes on with what that account may see. Lists that were
 * not read to their end are read again; nothing that was answered is asked for a second time.
 */
export async function enter(deps: CheckDeps, id: string, entered: Entered): Promise<void> {
  const now = deps.now();
  await asOwner(deps.store, id, now, async (on) => {
    const row = await rowOf(on);
    if (!row) return;
    const proof = { ...row.proof, state: "proven" as const, ...(entered.side === "old" ? { old: true as const } : {}) };
    const signIns = [...(row.signIns ?? []), { ...entered, at: now.toISOString() }];
    const cursor = Object.fromEntries(Object.entries(row.cursor).filter(([step, place]) => !isReadAgain(step, place)));
    await requeue(on, { proof, signIns, cursor, failure: null });
  });
  await deps.wake(id);
}

function isReadAgain(step: string, place: unknown): boolean {
  if (step === REQUESTS) return true;
  const isList = step === stepOf("old") || step === stepOf("new");
  return isList && (place as ListPlace).ended?.complete === false;
}

/** Gives the tokens up, and writes down what became of them. */
export async function leave(deps: CheckDeps, id: string, sides?: readonly TokenSide[]): Promise<boolean> {
  const dropped = await deps.tokens.drop(id, sides);
  if (dropped.length === 0) return false;
  const now = deps.now();
  await asOwner(deps.store, id, now, async (on) => {
    for (const one of dropped) await noteDropped(on, one, now.toISOString());
  });
  return true;
}

const noteDropped = (on: Writing, { side, revoked }: DroppedToken, droppedAt: string): Promise<void> =>
  changeLast(on, side, (row) => ({ ...row, droppedAt, revoked }));
