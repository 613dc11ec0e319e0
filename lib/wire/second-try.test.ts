import { afterEach, describe, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { countsOf } from "#lib/flow/counts.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS } from "#world/scenarios/index.ts";
import { OTHER_SOFTWARE } from "#world/scenarios/other-software.ts";

/** A check begins at the two accounts: what goes wrong there for once must not become a word about anybody. */
const PUBLIC_URL = "https://house.test";
const PATIENCE = 60_000;
const MINUTE = 60_000;

let house: TestApp | undefined;
let ahead = 0;
let isAway = false;
afterEach(() => {
  [ahead, isAway] = [0, false];
  return house?.close();
});
const now = () => Date.now() + ahead;

async function begin(scenario: Scenario, publicUrl?: string) {
  const clock = { now: () => new Date(now()), clock: { now }, isAway: () => isAway };
  house = await openTestApp(scenario, { ...clock, ...(publicUrl ? { publicUrl } : {}) });
  const { app, world } = house;
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", new: "@alice@new.test" });
  if (!made.ok) throw new Error(JSON.stringify(made.fields));
  const { id, key } = made.created;
  const until = async (...states: readonly string[]): Promise<void> => {
    for await (const event of app.watch(id, 0, AbortSignal.timeout(PATIENCE)))
      if (event !== "quiet" && event.event === "state" && states.includes(event.data.state)) return;
    throw new Error(`The check became none of ${states.join(", ")}.`);
  };
  await until("waiting", "done");
  return {
    world,
    state: await app.checks.state(id, key),
    async goesOn(minutes: number): Promise<Report> {
      ahead += minutes * MINUTE;
      await app.tidy();
      await until("done");
      const report = await app.checks.report(id, key, { followers: "inline" });
      if (!report) throw new Error("no report");
      return report;
    },
  };
}

const findingsOf = ({ move }: Report) => move.findings.map(({ cause }) => cause);

describe("where the mover's servers cannot fetch our key", () => {
  const scenario = OTHER_SOFTWARE["gotosocial-as-shipped"];

  it("asks again later, and knows the accounts then", { timeout: PATIENCE }, async () => {
    isAway = true;
    const check = await begin(scenario, PUBLIC_URL);
    expect(check.state).toMatchObject({ state: "waiting", waits: [{ host: "old.test", why: "ours" }] });
    isAway = false;
    const report = await check.goesOn(6);
    expect(report.move).toMatchObject({ state: "done", findings: [] });
    expect(report.counts).toMatchObject({ newList: 5, here: 3 });
  });

  it("says that it was our own fault where it lasts, and nothing about anybody", { timeout: PATIENCE }, async () => {
    isAway = true;
    const check = await begin(scenario, PUBLIC_URL);
    const report = await check.goesOn(6);
    expect(findingsOf(report)).toEqual(["old-list-closed", "new-list-closed"]);
    expect(countsOf("signatures_refused").get("500")).toBeGreaterThan(0);
    const html = (await house?.app.operatorPage())?.html;
    expect(html).toMatch(/<td>new\.test<\/td><td>500<\/td>|<td>old\.test<\/td><td>500<\/td>/);
    expect(html).toMatch(/\/actor#[0-9a-f]{12}/);
    const gaps = report.move.findings.flatMap(({ because }) => because.map((one) => one.gap));
    expect(gaps).toEqual(["our-fault", "our-fault"]);
    expect(report.followers?.filter(({ cause, reach }) => cause === "account-gone" || reach === "gone")).toEqual([]);
  });
});

const slow = (at: string): Scenario => ({
  ...SCENARIOS["three-servers"],
  script: [{ do: "snapshot" }, { do: "move" }, { do: "break", at, fault: "black-hole" }],
});

describe("where one of the two servers lets the first questions wait", () => {
  it.each(["old.test", "new.test"])("asks %s again before it says a word", { timeout: PATIENCE }, async (host) => {
    const check = await begin(slow(host));
    expect(check.state).toMatchObject({ state: "waiting", waits: [{ host, why: "paused" }] });
    check.world.fault(host, undefined);
    const report = await check.goesOn(2);
    expect(report.move).toMatchObject({ state: "done", findings: [] });
    expect(report.counts.missing).toBe(5);
    expect([report.old.software?.name, report.new?.software?.name]).toEqual(["mastodon", "mastodon"]);
  });

  it("says that it is out of reach where it stays so", { timeout: PATIENCE }, async () => {
    const check = await begin(slow("new.test"));
    expect(check.state).toMatchObject({ state: "waiting", counts: null });
    expect(findingsOf(await check.goesOn(2))).toEqual(["new-unreachable"]);
  });
});
