import type { TokenUse } from "#lib/domain/ports/tokens.ts";
import { patchCheck, rowOf } from "#lib/store/check/checks.ts";
import type { Writing } from "#lib/store/check/write.ts";
import type { LetInEnd, LetInRow, SignInRow } from "#lib/store/tables/types.ts";

/** What the owner is told afterwards: how many times was asked for what with their account. */
export async function countAsked(on: Writing, use: TokenUse, more: Readonly<Record<string, number>>): Promise<void> {
  await changeLast(on, use, (row) => ({ ...row, asked: added(row.asked ?? {}, more) }));
}

function added(to: Readonly<Record<string, number>>, more: Readonly<Record<string, number>>): Record<string, number> {
  const sum = { ...to };
  for (const [what, times] of Object.entries(more)) sum[what] = (sum[what] ?? 0) + times;
  return sum;
}

/** How many more were let in, or were not to be found any more. */
export const countLetIn = (on: Writing, { in: more = 0, gone = 0 }: Partial<Pick<LetInRow, "in" | "gone">>) =>
  changeLetIn(on, (row) => ({ ...row, in: row.in + more, gone: row.gone + gone }));

export const endLetIn = (on: Writing, end: LetInEnd): Promise<void> => changeLetIn(on, (row) => ({ ...row, end }));

const changeLetIn = (on: Writing, change: (row: LetInRow) => LetInRow): Promise<void> =>
  changeLast(on, "let-in", (row) => (row.letIn ? { ...row, letIn: change(row.letIn) } : row));

/** Of the latest sign-in for this use. */
export async function changeLast(on: Writing, use: TokenUse, change: (row: SignInRow) => SignInRow): Promise<void> {
  const rows = (await rowOf(on))?.signIns ?? [];
  const at = lastOf(rows, use);
  if (at < 0) return;
  await patchCheck(on, { signIns: rows.map((row, index) => (index === at ? change(row) : row)) });
}

export const lastOf = (rows: readonly SignInRow[], use: TokenUse): number =>
  rows.findLastIndex(({ side, letIn }) =>
    use === "let-in" ? letIn !== undefined : letIn === undefined && side === use,
  );
