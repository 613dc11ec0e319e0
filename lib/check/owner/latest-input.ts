import { defined } from "#lib/flow/defined.ts";
import { type CheckRow, rowOf } from "#lib/store/check/checks.ts";
import type { Writing } from "#lib/store/check/write.ts";

type Input = CheckRow["input"];

/**
 * An input that was put together before a long list was saved, with what others have written into the row meanwhile:
 * followers who looked, and the comparison that was made.
 */
export async function withLatest(on: Writing, { looked: _, lookedBackTo: __, ...input }: Input): Promise<Input> {
  const { looked, lookedBackTo } = (await rowOf(on))?.input ?? {};
  return { ...input, ...defined({ looked, lookedBackTo }) };
}
