import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Gate, Reply } from "#lib/domain/ports/gate.ts";
import { counting } from "./counting.ts";

const URL_ = { url: "https://far.example/" };
const now = () => new Date("2026-11-20T12:00:00.000Z");
const open = (gate: Gate, silent = () => {}, most = 10) => counting({ gate, silent, most: () => most, now });
const reply: Reply = { ok: false, why: "timeout", at: "2026-11-20T12:00:00.000Z" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells after two and a half seconds that a server lets a question wait, and takes its answer all the same", async () => {
  const silent = vi.fn();
  const gate: Gate = { ask: () => new Promise((resolve) => setTimeout(() => resolve(reply), 4000)) };
  const asked = open(gate, silent).gate.ask(URL_);
  await vi.advanceTimersByTimeAsync(2499);
  expect(silent).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(silent).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1500);
  expect(await asked).toEqual(reply);
});

it("says nothing of a server that answers in time, and counts its robots.txt with the first question", async () => {
  const silent = vi.fn();
  const { gate, requests } = open({ ask: async () => reply }, silent);
  expect(requests()).toBe(0);
  await gate.ask(URL_);
  await gate.ask(URL_);
  expect(requests()).toBe(3);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(silent).not.toHaveBeenCalled();
});

it("sends no more than it may, whoever asks, and each host of the server has a robots.txt of its own", async () => {
  const asked: string[] = [];
  const inner: Gate = {
    async ask({ url }) {
      asked.push(url);
      return reply;
    },
  };
  const { gate, requests } = open(inner, undefined, 5);
  await gate.ask(URL_);
  await gate.ask({ url: "https://web.far.example/" });
  await gate.ask(URL_);
  expect(requests()).toBe(5);
  expect(await gate.ask(URL_)).toMatchObject({ ok: false, why: "over-budget" });
  expect(asked).toHaveLength(3);
});

it("counts no question that robots.txt forbids, for it is never sent", async () => {
  const replies: Record<string, Reply> = {
    "https://far.example/api": { ok: false, why: "robots", at: "2026-11-20T12:00:00.000Z" },
    "https://far.example/old": { ok: false, why: "opted-out", at: "2026-11-20T12:00:00.000Z" },
  };
  const { gate, requests } = open({ ask: async ({ url }) => replies[url] ?? reply });
  await gate.ask({ url: "https://far.example/api" });
  await gate.ask({ url: "https://far.example/old" });
  expect(requests()).toBe(1);
  await gate.ask(URL_);
  expect(requests()).toBe(2);
});

it("asks its first question at once, and every other when it is its turn; what is not asked any more is not counted", async () => {
  const asked: string[] = [];
  const inner: Gate = {
    async ask({ url }) {
      asked.push(url);
      return reply;
    },
  };
  const turns: PromiseWithResolvers<boolean>[] = [];
  const turn = (): Promise<boolean> => {
    const one = Promise.withResolvers<boolean>();
    turns.push(one);
    return one.promise;
  };
  const { gate, requests } = counting({ gate: inner, silent: () => {}, turn, most: () => 10, now });
  await gate.ask(URL_);
  expect(asked).toHaveLength(1);
  const [second, third] = [gate.ask(URL_), gate.ask(URL_)];
  expect([asked.length, turns.length]).toEqual([1, 2]);
  turns[0]?.resolve(true);
  turns[1]?.resolve(false);
  expect([await second, await third]).toMatchObject([reply, { ok: false, why: "cancelled" }]);
  expect([asked.length, requests()]).toEqual([2, 3]);
});

it("takes a server for slow that was so the last time, until it has answered", async () => {
  const { gate, slow } = open({ ask: async () => reply });
  expect([slow(true), slow(false)]).toEqual([true, false]);
  await gate.ask(URL_);
  expect(slow(true)).toBe(false);
});

it("counts what one question takes beyond its first request", async () => {
  const may: boolean[] = [];
  const inner: Gate = {
    async ask({ spend }) {
      may.push(spend?.("far.example") ?? true, spend?.("www.far.example") ?? true);
      return reply;
    },
  };
  const { gate, requests } = open(inner, undefined, 4);
  await gate.ask(URL_);
  expect(may).toEqual([true, false]);
  expect(requests()).toBe(3);
});

it.each<[string, readonly number[], boolean]>([
  ["whose every answer takes its time", [2600, 2400], true],
  ["with one quick answer among them", [2600, 200], false],
  ["that was not asked yet", [], false],
])("calls a server slow: one %s", async (_, answers, slow) => {
  const left = [...answers];
  const gate: Gate = { ask: () => new Promise((resolve) => setTimeout(() => resolve(reply), left.shift())) };
  const one = counting({ gate, silent: () => {}, most: () => 10, now: () => new Date() });
  for (const takes of answers) {
    const asked = one.gate.ask(URL_);
    await vi.advanceTimersByTimeAsync(takes);
    await asked;
  }
  expect(one.slow(false)).toBe(slow);
});
