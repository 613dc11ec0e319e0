import { expect, test } from "vitest";
import { writeTogether } from "./write-together.ts";

/** A store that writes when told to. */
function slowStore() {
  const written: (readonly number[])[] = [];
  const open: { done: () => void; fail: (error: Error) => void }[] = [];
  const write = (pages: readonly number[]) => {
    written.push(pages);
    return new Promise<void>((done, fail) => open.push({ done, fail }));
  };
  return { written, write, next: () => open.shift() };
}
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("pages that come while one is written are written together", async () => {
  const { written, write, next } = slowStore();
  const writer = writeTogether<number>(write);
  for (const page of [1, 2, 3]) await writer.add(page);
  expect(written).toEqual([[1]]);
  next()?.done();
  await settle();
  expect(written).toEqual([[1], [2, 3]]);
  next()?.done();
  await writer.all();
});

test("reading waits where writing has fallen far behind", async () => {
  const { write, next } = slowStore();
  const writer = writeTogether<number>(write);
  let added = 0;
  const adding = (async () => {
    for (; added < 20; added++) await writer.add(added);
  })();
  await settle();
  expect(added).toBe(8);
  for (let round = 0; round < 10; round++) {
    next()?.done();
    await settle();
  }
  await adding;
  await writer.all();
});

test("what fails while nobody waits is told to the next call that adds or ends", async () => {
  const { write, next } = slowStore();
  const writer = writeTogether<number>(write);
  await writer.add(1);
  next()?.fail(new Error("the lease is lost"));
  await settle();
  await expect(writer.all()).rejects.toThrow("the lease is lost");
});
