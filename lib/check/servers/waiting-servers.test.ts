import { expect, it } from "vitest";
import { openWaitingServers } from "./waiting-servers.ts";

function openTest() {
  let ended = false;
  const waiting = openWaitingServers({ ended: () => ended });
  const went: string[] = [];
  const enter = (name: string, over: AbortSignal = new AbortController().signal, isSlow = false) =>
    waiting.wait(over, isSlow).then(() => void went.push(name));
  return { waiting, went, enter, end: () => (ended = true) };
}

it("wakes as many as there is room for, in their order, once the lists have ended", async () => {
  const { waiting, went, enter, end } = openTest();
  const all = ["one", "two", "three"].map((name) => enter(name));
  expect(waiting.resume(3)).toBe(0);
  end();
  expect(waiting.resume(2)).toBe(2);
  await Promise.all(all.slice(0, 2));
  expect(went).toEqual(["one", "two"]);
  expect(waiting.resume(2)).toBe(1);
  await all[2];
  expect(went).toEqual(["one", "two", "three"]);
});

it("wakes a slow server before those that came before it", async () => {
  const { waiting, went, enter, end } = openTest();
  void enter("quick");
  const slow = enter("slow", new AbortController().signal, true);
  end();
  expect(waiting.resume(1)).toBe(1);
  await slow;
  expect(went).toEqual(["slow"]);
});

it("lets a server that comes after the end pass", async () => {
  const { went, enter, end } = openTest();
  end();
  await enter("late");
  expect(went).toEqual(["late"]);
});

it("gives nobody's room to one who was let go of", async () => {
  const { waiting, went, enter, end } = openTest();
  const over = new AbortController();
  void enter("gone", over.signal);
  const waits = enter("waits");
  over.abort();
  end();
  expect(waiting.resume(1)).toBe(1);
  await waits;
  expect(went).toEqual(["waits"]);
});
