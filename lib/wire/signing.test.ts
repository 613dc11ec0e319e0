import { afterEach, describe, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS } from "#world/scenarios/index.ts";
import { OTHER_SOFTWARE } from "#world/scenarios/other-software.ts";

/** Servers that check who signs, as the real ones do: they fetch our key and look us up by name. */
const PUBLIC_URL = "https://house.test";
const PATIENCE = 60_000;

let house: TestApp | undefined;
afterEach(() => house?.close());

async function checkIn(scenario: Scenario, publicUrl?: string): Promise<{ report: Report; asked: readonly string[] }> {
  house = await openTestApp(scenario, publicUrl ? { publicUrl } : {});
  const { app, world } = house;
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", new: "@alice@new.test" });
  if (!made.ok) throw new Error(JSON.stringify(made.fields));
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, AbortSignal.timeout(PATIENCE)))
    if (event !== "quiet" && event.event === "state" && event.data.state === "failed") throw new Error("failed");
  const report = await app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("no report");
  return { report, asked: world.requests.map(({ host, path, status }) => `${status} ${host}${path}`) };
}

/** What was asked more often than once, however it was answered. */
const askedAgain = (asked: readonly string[]): readonly string[] => {
  const urls = asked.map((line) => line.replace(/^\d+ /, ""));
  return urls.filter((url, at) => urls.indexOf(url) < at).sort();
};

describe("a check whose servers are GoToSocial as it is shipped", () => {
  const scenario = OTHER_SOFTWARE["gotosocial-as-shipped"];

  it("reads both lists with our signature, and asks for nothing twice", { timeout: PATIENCE }, async () => {
    const { report, asked } = await checkIn(scenario, PUBLIC_URL);
    expect(report.move).toMatchObject({ state: "done", findings: [] });
    expect(report.counts).toMatchObject({ newList: 5, here: 3 });
    expect(askedAgain(asked)).toEqual([
      // Asked without a signature first, once for each server.
      "far.test/users/fiona",
      "new.test/users/alice",
      // The new list's beginning is read once more at the end.
      "new.test/users/alice/followers",
      "old.test/users/alice",
    ]);
    expect(asked.filter((line) => line.startsWith("401 ") && line.includes("/users/"))).toHaveLength(3);
  });

  it("leaves a follower's server what its robots.txt closes to crawlers", { timeout: PATIENCE }, async () => {
    const { asked } = await checkIn(scenario, PUBLIC_URL);
    const far = asked.filter((line) => line.includes(" far.test/"));
    expect(far.some((line) => line.includes("/api/"))).toBe(false);
    expect(far).toContain("200 far.test/nodeinfo/2.1");
    expect(far).toContain("200 far.test/users/fiona");
  });

  it("has a gap where nobody could fetch our key", { timeout: PATIENCE }, async () => {
    const { report, asked } = await checkIn(scenario);
    expect(asked.filter((line) => line.includes("/followers"))).toEqual([]);
    expect(report.counts.newList).toBeNull();
  });
});

describe("a server that turns our host away", () => {
  /** The old server wants signatures too, and believes ours. */
  const scenario: Scenario = {
    ...OTHER_SOFTWARE["gotosocial-allow-list"],
    servers: { ...OTHER_SOFTWARE["gotosocial-allow-list"].servers, "old.test": { software: "gotosocial" } },
  };
  const verdictOf = ({ followers }: Report, acct: string) => {
    const { cause, certainty, reach } = followers?.find((one) => one.acct === acct) ?? {};
    return { cause, certainty, reach };
  };

  it("says how we stand there, and nothing about the mover", { timeout: PATIENCE }, async () => {
    const { report } = await checkIn(scenario, PUBLIC_URL);
    const facts = report.servers.find(({ host }) => host === "told.test")?.facts ?? [];
    expect(facts.find(({ fact }) => fact === "refusesSigned")).toMatchObject({ value: true, source: { status: 403 } });
    expect(report.move).toMatchObject({ state: "done", findings: [] });
    // It names the servers that it lets in, the old one among them and not the new one.
    expect(verdictOf(report, "tess@told.test")).toMatchObject({ cause: "closed-federation", certainty: "likely" });
    // It hides them: an empty list of blocks shows no open door.
    expect(verdictOf(report, "elsa@quiet.test")).toMatchObject({ cause: "unknown", reach: "unknown" });
  });
});

it("reads the list of a Mastodon in secure mode, and asks for nothing twice", { timeout: PATIENCE }, async () => {
  const { report, asked } = await checkIn(SCENARIOS["secure-new-server"], PUBLIC_URL);
  expect(report.counts.newList).toBe(2);
  expect(report.move.findings).toEqual([]);
  expect(askedAgain(asked)).toEqual([
    "new.test/ap/users/109746626000000001",
    "new.test/ap/users/109746626000000001/followers",
  ]);
});
