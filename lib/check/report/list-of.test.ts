import { expect, it } from "vitest";
import { listOf } from "./list-of.ts";

async function written(pages: readonly (readonly number[])[]): Promise<unknown> {
  async function* all() {
    yield* pages;
  }
  let text = "";
  for await (const part of listOf(all(), (one) => (one < 0 ? undefined : { one }))) text += part;
  return JSON.parse(text);
}

it.each<[readonly (readonly number[])[], readonly number[]]>([
  [[], []],
  [[[]], []],
  [[[1]], [1]],
  [
    [[-1], [1, -2, 2], [], [-3], [3]],
    [1, 2, 3],
  ],
])("writes the pages %j as one list", async (pages, wanted) => {
  expect(await written(pages)).toEqual(wanted.map((one) => ({ one })));
});
