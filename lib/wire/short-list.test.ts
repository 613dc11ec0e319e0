import { afterEach, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS } from "#world/scenarios/index.ts";

const PATIENCE = 60_000;
const { old, target, ...REST } = SCENARIOS["three-servers"];
const counts = { followers: 90 };

let house: TestApp | undefined;
afterEach(() => house?.close());

async function reportOf(scenario: Scenario) {
  house = await openTestApp(scenario);
  const { app, world } = house;
  const handles = world.truth.followers.flatMap(({ acct, inSnapshot }) => (inSnapshot ? [acct] : []));
  const made = await app.checks.create({
    mode: "moved",
    old: "@alice@old.test",
    before: { kind: "snapshot", handles },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.fields));
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, AbortSignal.timeout(PATIENCE))) void event;
  const report = await app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("no report");
  return report;
}

/** A Mastodon counts whom it lists: what is counted beyond that was not shown. */
describe("a list that is far shorter than its account counts", () => {
  it("shows who came, and nobody who did not", { timeout: PATIENCE }, async () => {
    const { counts: told, move, followers } = await reportOf({ ...REST, old, target: { ...target, counts } });
    expect(told).toMatchObject({ here: 5, missingIs: "at-least", newList: null, newcomers: null });
    expect(move.findings).toMatchObject([
      { cause: "new-list-unread", because: [{ value: { read: 6, count: 90, stoppedBy: "hidden-by-server" } }] },
    ]);
    expect(followers?.find(({ acct }) => acct === "gus@gone.test")).toMatchObject({ position: "unread" });
  });

  it("puts nobody on neither list", { timeout: PATIENCE }, async () => {
    // Whom the new server turns away stands in no list any more.
    const servers = { ...REST.servers, "new.test": { blocks: { "shut.test": "suspend" as const } } };
    const people = { ...REST.followers, "shut.test": ["sue"] };
    const { move, followers } = await reportOf({
      ...REST,
      servers,
      followers: people,
      old: { ...old, counts },
      target,
    });
    expect(move.findings).toMatchObject([{ cause: "old-list-unread", because: [{ value: { count: 90 } }] }]);
    expect(followers?.find(({ acct }) => acct === "sue@shut.test")).toMatchObject({ position: "unread" });
  });
});
