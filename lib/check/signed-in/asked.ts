import type { TokenSide } from "#lib/domain/ports/tokens.ts";
import { patchCheck, rowOf } from "#lib/store/check/checks.ts";
import type { Writing } from "#lib/store/check/write.ts";
import type { SignInRow } from "#lib/store/tables/types.ts";

/** What the owner is told afterwards: how many times was asked for what with their account. */
export async function countAsked(on: Writing, side: TokenSide, more: Readonly<Record<string, number>>): Promise<void> {
  await changeLast(on, side, (row) => {
    const asked = { ...row.asked };
    for (const [what, times] of Object.entries(more)) asked[what] = (asked[what] ?? 0) + times;
    return { ...row, asked };
  });
}

/** Of the latest sign-in with this account. */
export async function changeLast(on: Writing, side: TokenSide, change: (row: SignInRow) => SignInRow): Promise<void> {
  const rows = (await rowOf(on))?.signIns ?? [];
  const at = rows.findLastIndex((row) => row.side === side);
  if (at < 0) return;
  await patchCheck(on, { signIns: rows.map((row, index) => (index === at ? change(row) : row)) });
}
