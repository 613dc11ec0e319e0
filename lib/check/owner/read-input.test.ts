import { expect, it } from "vitest";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { readInput } from "./read-input.ts";

const AT = "2026-11-20T12:00:00.000Z";
type Lists = NonNullable<CheckRow["input"]["lists"]>;
const kept = (server: string, rows: number): Lists[number] => ({
  ...{ server, at: AT },
  list: { rule: "mastodon", whole: true, rows: Array(rows).fill({ domain: "a.example", effect: "block" }) },
});
const handed = (server: string, rows: number) => ({
  server,
  text: Array.from({ length: rows }, (_, n) => `bad${n}.example`).join("\n"),
});

it("takes block lists of 100,000 rows in all for one check, over all calls", async () => {
  const lists = [kept("one.example", 60_000), kept("two.example", 39_990)];
  expect(await readInput({ lists: [handed("three.example", 10)] }, { lists }, AT)).toMatchObject({ ok: true });
  expect(await readInput({ lists: [handed("three.example", 11)] }, { lists }, AT)).toEqual({
    ok: false,
    fields: { lists: "too-many" },
  });
});

it("counts the newest list of a server alone", async () => {
  const lists = [kept("one.example", 60_000), kept("two.example", 40_000)];
  expect(await readInput({ lists: [handed("two.example", 12)] }, { lists }, AT)).toMatchObject({ ok: true });
});

it("takes words about 5,000 servers for one check, over all calls, the last about each", async () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => ({ server: `far${from + n}.example`, onOld: "open" as const }));
  const told = words(0, 4_990).map((word) => ({ ...word, at: AT }));
  expect(await readInput({ told: words(4_980, 5_000) }, { told }, AT)).toMatchObject({ ok: true });
  expect(await readInput({ told: words(4_980, 5_001) }, { told }, AT)).toEqual({
    ok: false,
    fields: { told: "too-many" },
  });
});
