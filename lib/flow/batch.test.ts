import { expect, test } from "vitest";
import { inBatches } from "./batch.ts";

/** Answers a round when told to, and keeps what each round was asked. */
function rounds() {
  const asked: (readonly number[])[] = [];
  const open: (() => void)[] = [];
  const answerAll = (asks: readonly number[]) => {
    asked.push(asks);
    return new Promise<number[]>((resolve) => open.push(() => resolve(asks.map((n) => n * 10))));
  };
  return { asked, answerAll, answer: () => open.shift()?.() };
}

test("what is asked at once is one round, what comes meanwhile the next", async () => {
  const { asked, answerAll, answer } = rounds();
  const ask = inBatches(answerAll);
  const first = [ask(1), ask(2)];
  await Promise.resolve();
  const next = [ask(3), ask(4)];
  expect(asked).toEqual([[1, 2]]);
  answer();
  expect(await Promise.all(first)).toEqual([10, 20]);
  expect(asked).toEqual([
    [1, 2],
    [3, 4],
  ]);
  answer();
  expect(await Promise.all(next)).toEqual([30, 40]);
});

test("a round has its largest size, and order is kept", async () => {
  const sizes: number[] = [];
  const ask = inBatches(async (asks: readonly number[]) => {
    sizes.push(asks.length);
    return asks;
  }, 3);
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(ask))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(sizes).toEqual([3, 3, 1]);
});

test("a round that fails fails for those in it, and the next goes on", async () => {
  let round = 0;
  const ask = inBatches(async (asks: readonly string[]) => {
    round += 1;
    if (round === 1) throw new Error("no answer");
    return asks;
  });
  const both = await Promise.allSettled([ask("a"), ask("b")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await ask("c")).toBe("c");
});

test("too few answers are an error and nobody's wait", async () => {
  const ask = inBatches(async (asks: readonly number[]) => asks.slice(1));
  const both = await Promise.allSettled([ask(1), ask(2)]);
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
});
