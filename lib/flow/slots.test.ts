import { expect, test } from "vitest";
import { makeHostSlots, makeSlots } from "./slots.ts";

const settled = () => new Promise((done) => setImmediate(done));

test("no more than asked for at a time, in order of asking", async () => {
  const slots = makeSlots();
  const order: number[] = [];
  const releases = [await slots.take(2), await slots.take(2)];
  const waiting = [3, 4, 5].map((n) =>
    slots.take(2).then((release) => {
      order.push(n);
      return release;
    }),
  );
  await settled();
  expect(order).toEqual([]);
  releases[0]?.();
  releases[0]?.(); // twice is once
  await settled();
  expect(order).toEqual([3]);
  releases[1]?.();
  (await waiting[0])?.();
  (await waiting[1])?.();
  (await waiting[2])?.();
  expect(order).toEqual([3, 4, 5]);
  expect(slots.idle).toBe(true);
});

test("who may have four is not held up by those who may have two", async () => {
  const slots = makeSlots();
  const releases = [await slots.take(2), await slots.take(2)];
  const patient = slots.take(2);
  const own = await slots.take(4);
  expect(own).toBeDefined();
  own?.();
  releases[0]?.();
  expect(await patient).toBeDefined();
});

test("who may have two waits while others hold three", async () => {
  const slots = makeSlots();
  const held = await Promise.all([slots.take(4), slots.take(4), slots.take(4), slots.take(4)]);
  const entered: string[] = [];
  const patient = slots.take(2).then(() => entered.push("two"));
  const own = slots.take(4).then(() => entered.push("four"));
  held[0]?.();
  await own;
  held[1]?.();
  held[2]?.();
  await settled();
  expect(entered).toEqual(["four"]);
  held[3]?.();
  await patient;
});

test("who goes ahead is let in before those who wait longer", async () => {
  const slots = makeSlots();
  const held = await slots.take(1);
  const order: string[] = [];
  const enter = (name: string, ahead: boolean) =>
    slots.take(1, undefined, ahead).then((release) => {
      order.push(name);
      release?.();
    });
  const all = [enter("first", false), enter("second", false), enter("ahead", true)];
  held?.();
  await Promise.all(all);
  expect(order).toEqual(["ahead", "first", "second"]);
});

test("who gave up while waiting takes nobody's place", async () => {
  const slots = makeSlots();
  const held = await slots.take(1);
  const controller = new AbortController();
  const given = slots.take(1, controller.signal);
  const next = slots.take(1);
  controller.abort();
  expect(await given).toBeUndefined();
  held?.();
  (await next)?.();
  expect(slots.idle).toBe(true);
  expect(await slots.take(1, controller.signal)).toBeUndefined();
});

test("hosts do not wait for each other", async () => {
  const take = makeHostSlots();
  const far = await take("far.example", 1);
  const other = await take("other.example", 1);
  expect(other).toBeDefined();
  const again = take("far.example", 1);
  far?.();
  expect(await again).toBeDefined();
});
