import { afterAll, beforeAll, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";

const SEED = 2;
type Opened = { readonly id: string; readonly key: string };

let house: TestApp;
let move: Opened;
let moved: Report;

const settled = async ({ id, key }: Opened): Promise<Report> => {
  for await (const event of house.app.watch(id, 0, AbortSignal.timeout(150_000))) void event;
  const report = await house.app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("the report is not there");
  return report;
};

beforeAll(async () => {
  const scenario = generate("small", SEED, PRESETS.small);
  house = await openTestApp(scenario);
  const made = await house.app.checks.create({ mode: "moved", old: scenario.old.at });
  if (!made.ok) throw new Error("the check was not made");
  move = made.created;
  moved = await settled(move);
}, 180_000);
afterAll(() => house.close());

/** Kept for all checks, for a day at least. */
const REMEMBERED = /^\/(?:\.well-known\/nodeinfo|nodeinfo\/|api\/v1\/instance\/(?:domain_blocks|peers)$)/;
const asked = (from: number, to?: number) => house.world.requests.slice(from, to);
const lookBack = (key: string | null, keyFor: (id: string) => string | null = () => null) =>
  house.app.checks.lookBack(move.id, key, keyFor);

it("compares the new server with those where the followers are, and leads back", { timeout: 180_000 }, async () => {
  const { checks } = house.app;
  const from = asked(0).length;
  const made = await lookBack(move.key);
  if (made === null || made === "not-now" || "there" in made || !made.ok) throw new Error("it was not made");
  const plan = await settled(made.created);

  expect(plan).toMatchObject({ mode: "planned", lookedBackFrom: move.id });
  expect(plan.candidates?.[0]?.server).toBe(moved.new?.host);
  expect(plan.candidates?.length).toBeGreaterThan(1);
  const all = (report: Report) => report.followers?.map(({ acct }) => acct).sort();
  expect(all(plan)).toEqual(all(moved));
  // Who did come along is never counted among those who could not have.
  const here = new Set(moved.followers?.flatMap(({ acct, group }) => (group === "here" ? [acct] : [])));
  expect(here.size).toBeGreaterThan(0);
  const wrong = plan.followers?.filter(({ acct, cause }) => here.has(acct) && cause !== "clear" && cause !== "unknown");
  expect(wrong).toEqual([]);

  const before = new Set(asked(0, from).map(({ host, path }) => `${host}${path}`));
  const again = asked(from).filter(({ host, path }) => before.has(`${host}${path}`));
  expect(again.filter(({ path }) => REMEMBERED.test(path))).toEqual([]);
  expect(asked(from).filter(({ host }) => host === moved.old.host)).toEqual([]);

  expect(await lookBack(move.key, (id) => (id === made.created.id ? made.created.key : null))).toEqual({
    there: made.created.id,
  });
  expect(await checks.give(made.created.id, made.created.key, { new: moved.new?.acct ?? "" })).toEqual({
    ok: false,
    has: "target",
  });
  expect(await checks.lookBack(made.created.id, made.created.key, () => null)).toBe("not-now");
});

it("is for nobody without the key", async () => expect(await lookBack("wrong")).toBeNull());
