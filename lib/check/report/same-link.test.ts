import { afterEach, expect, it } from "vitest";
import { CAUSE_IDS } from "#lib/causes/index.ts";
import type { Report } from "#lib/contract/report.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { beforeTheMove } from "#world/make/candidates.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";

let opened: TestApp | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

const SEED = 2;
const PATIENCE = { timeout: 180_000 };

it("a list saved before the move names everybody after it, those in neither list too", PATIENCE, async () => {
  const wanted = PRESETS.small;
  const scenario = beforeTheMove(generate("small", SEED, wanted), SEED, wanted);
  opened = await openTestApp(scenario);
  const { app, world } = opened;
  const made = await app.checks.create({
    mode: "planned",
    old: scenario.old.at,
    candidates: [...(scenario.candidates ?? [])],
  });
  if (!made.ok) throw new Error("the check was not made");
  const { id, key } = made.created;
  const ended = async (): Promise<Report> => {
    const [since = 0] = [(await app.checks.state(id, key))?.rev];
    for await (const event of app.watch(id, Math.max(0, since - 1), AbortSignal.timeout(150_000))) void event;
    const report = await app.checks.report(id, key, { followers: "inline" });
    if (!report) throw new Error("the report is not there");
    return report;
  };
  const planned = await ended();
  const saved = await read(await app.checks.snapshot(id, key, "json"));
  const { followers } = JSON.parse(saved) as { followers: readonly { acct: string; uri: string }[] };
  expect(followers).toHaveLength(planned.snapshot?.count ?? 0);
  const table = await read(await app.checks.snapshot(id, key, "csv"));
  expect(table.trim().split("\r\n")).toHaveLength(followers.length + 1);

  world.happen({ do: "snapshot" });
  world.happen({ do: "move" });
  expect(await app.checks.give(id, key, { new: scenario.target.at })).toEqual({ ok: true });
  const moved = await ended();
  const { parts, before, beforeIs } = moved.counts;
  expect([beforeIs, before]).toEqual(["snapshot", followers.length]);
  expect((parts?.snapshotHere ?? 0) + (parts?.snapshotMissing ?? 0)).toBe(followers.length);

  const truths = new Map(world.truth.followers.map((one) => [one.savedAs ?? one.acct, one]));
  const neither = (moved.followers ?? []).filter(({ position }) => position === "neither");
  expect(neither.length).toBeGreaterThan(0);
  const wrong = neither.filter(({ acct, cause }) => {
    const truth = truths.get(acct);
    return CAUSE_IDS.some((one) => one === cause) && !truth?.holds.includes(cause ?? "");
  });
  expect(wrong.map(({ acct, cause }) => `${acct}: ${cause}, and it was ${truths.get(acct)?.cause}`)).toEqual([]);
});

it(
  "keeps a plan's list through a re-check that comes after the move, and drops who left before it",
  PATIENCE,
  async () => {
    let now = new Date();
    opened = await openTestApp("planned-move", { now: () => now });
    const { app, world } = opened;
    const made = await app.checks.create({ mode: "planned", old: "@alice@old.test", candidates: ["calm.test"] });
    if (!made.ok) throw new Error("the check was not made");
    const { id, key } = made.created;
    const settle = async (): Promise<Report> => {
      for await (const event of app.watch(id, 0, AbortSignal.timeout(150_000))) void event;
      const report = await app.checks.report(id, key, { followers: "inline" });
      if (!report) throw new Error("the report is not there");
      return report;
    };
    const again = async (): Promise<Report> => {
      now = new Date(now.getTime() + 3_600_000);
      expect(await app.checks.recheck(id, key)).toBe("again");
      return settle();
    };
    const first = await settle();
    expect(first.followers).toHaveLength(6);

    world.happen({ do: "delete-account", who: "nele@near.test", told: true });
    const second = await again();
    expect(second.followers?.map(({ acct }) => acct)).not.toContain("nele@near.test");
    expect(second.servers.find(({ host }) => host === "near.test")?.known).toBe(1);

    world.happen({ do: "move" });
    const third = await again();
    expect(third.followers).toHaveLength(5);
    expect(await app.checks.give(id, key, { new: "@alice@calm.test" })).toEqual({ ok: true });
    const moved = await settle();
    expect([moved.counts.beforeIs, moved.counts.before]).toEqual(["snapshot", 5]);
    expect((moved.counts.parts?.snapshotHere ?? 0) + (moved.counts.parts?.snapshotMissing ?? 0)).toBe(5);
  },
);

async function read(parts: AsyncIterable<string> | "needs-proof" | null): Promise<string> {
  if (parts === null || parts === "needs-proof") throw new Error("the list was not handed out");
  let text = "";
  for await (const part of parts) text += part;
  return text;
}
