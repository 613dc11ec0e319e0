import type { DroppedToken, TokenUse } from "#lib/domain/ports/tokens.ts";
import { type CheckRow, requeue, rowOf } from "#lib/store/check/checks.ts";
import { countToLetIn } from "#lib/store/check/people/let-in.ts";
import { asOwner, type Writing } from "#lib/store/check/write.ts";
import type { SignInRow } from "#lib/store/tables/types.ts";
import type { CheckDeps } from "../state/deps.ts";
import { type ListPlace, stepOf } from "../state/run-state.ts";
import { changeLast } from "./asked.ts";
import { OWN } from "./collect-own.ts";
import { REQUESTS } from "./collect-requests.ts";
import { LETTING_IN } from "./letting-in.ts";

type Entered = Pick<SignInRow, "acct" | "host" | "rights" | "keptUntil"> & { readonly use: TokenUse };

/**
 * The owner has signed in: the account is proven, and the check goes on with what that account may see. Lists that were
 * not read to their end are read again; nothing that was answered is asked for a second time.
 */
export async function enter(deps: CheckDeps, id: string, { use, ...entered }: Entered): Promise<void> {
  const now = deps.now();
  await asOwner(deps.store, id, now, async (on) => {
    const row = await rowOf(on);
    if (!row) return;
    const proof = { ...row.proof, state: "proven" as const, ...(use === "old" ? { old: true as const } : {}) };
    const signIns = [...(row.signIns ?? []), { ...entered, at: now.toISOString(), ...(await forUse(on, use)) }];
    const isAnew = use === "let-in" ? (step: string) => step === LETTING_IN : isReadAgain;
    const cursor = Object.fromEntries(Object.entries(row.cursor).filter(([step, place]) => !isAnew(step, place)));
    await requeue(on, { proof, signIns, cursor, failure: null });
  });
  await deps.wake(id);
}

async function forUse(on: Writing, use: TokenUse): Promise<Pick<SignInRow, "side" | "letIn">> {
  if (use !== "let-in") return { side: use };
  return { side: "new", letIn: { wanted: await countToLetIn(on), in: 0, gone: 0 } };
}

function isReadAgain(step: string, place: unknown): boolean {
  if (step === REQUESTS || step === OWN) return true;
  const isList = step === stepOf("old") || step === stepOf("new");
  return isList && (place as ListPlace).ended?.complete === false;
}

/** What a run that is done has no use for any more. Before a move its owner may want the old account's kept until after it. */
export async function leaveWhenDone(deps: CheckDeps, { id, mode }: Pick<CheckRow, "id" | "mode">): Promise<void> {
  const isKept = mode === "planned" && (await deps.tokens.of(id, "old"))?.keptUntil !== undefined;
  await leave(deps, id, isKept ? ["new", "let-in"] : undefined);
}

/** Gives the tokens up, and writes down what became of them. */
export async function leave(deps: CheckDeps, id: string, uses?: readonly TokenUse[]): Promise<boolean> {
  const dropped = await deps.tokens.drop(id, uses);
  if (dropped.length === 0) return false;
  const now = deps.now();
  await asOwner(deps.store, id, now, async (on) => {
    for (const one of dropped) await noteDropped(on, one, now.toISOString());
  });
  return true;
}

const noteDropped = (on: Writing, { use, revoked }: DroppedToken, droppedAt: string): Promise<void> =>
  changeLast(on, use, (row) => ({ ...row, droppedAt, revoked, ...stopped(row) }));

/** Given up before its end. */
const stopped = ({ letIn }: SignInRow): Pick<SignInRow, "letIn"> =>
  letIn ? { letIn: { ...letIn, end: letIn.end ?? "stopped" } } : {};
