import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Gate, Reply } from "#lib/domain/ports/gate.ts";
import { counting } from "./counting.ts";

const URL_ = { url: "https://far.example/" };
const reply: Reply = { ok: false, why: "timeout", at: "2026-11-20T12:00:00.000Z" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells after two and a half seconds that a server lets a question wait, and takes its answer all the same", async () => {
  const silent = vi.fn();
  const gate: Gate = { ask: () => new Promise((resolve) => setTimeout(() => resolve(reply), 4000)) };
  const asked = counting(gate, silent).gate.ask(URL_);
  await vi.advanceTimersByTimeAsync(2499);
  expect(silent).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(silent).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1500);
  expect(await asked).toEqual(reply);
});

it("says nothing of a server that answers in time, and counts its robots.txt with the first question", async () => {
  const silent = vi.fn();
  const { gate, requests } = counting({ ask: async () => reply }, silent);
  expect(requests()).toBe(0);
  await gate.ask(URL_);
  await gate.ask(URL_);
  expect(requests()).toBe(3);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(silent).not.toHaveBeenCalled();
});
