import { expect, it } from "vitest";
import { testMemory } from "#testing/memory.ts";
import { noteSlow, wasSlow } from "./slow-before.ts";

const DAY = 86_400_000;

it("is kept for a week of a server with several answers, and of no other", async () => {
  let clock = Date.parse("2026-11-20T12:00:00.000Z");
  const memory = testMemory(() => new Date(clock));
  await noteSlow({ memory }, "far.example", 9);
  await noteSlow({ memory }, "hasty.example", 3);
  expect(await Promise.all(["far.example", "hasty.example"].map((host) => wasSlow({ memory }, host)))).toEqual([
    true,
    false,
  ]);
  clock += 7 * DAY + 1;
  expect(await wasSlow({ memory }, "far.example")).toBe(false);
});

it("goes with all else about a host that wants to be left alone", async () => {
  const memory = testMemory(() => new Date());
  await noteSlow({ memory }, "far.example", 9);
  await memory.forget("far.example");
  expect(await wasSlow({ memory }, "far.example")).toBe(false);
});
