import { describe, expect, it } from "vitest";
import { PLAIN } from "#testing/in-world.ts";
import { build } from "../make/build.ts";
import { generate } from "../make/generate.ts";
import { PRESETS } from "../make/presets.ts";
import type { Scenario, ServerSpec } from "../make/scenario.ts";
import { play } from "../play/play.ts";
import { shutsOut } from "../software/matching.ts";
import { tellTruth } from "./truth.ts";

const made = (scenario: Scenario) => {
  const world = build(scenario, Date);
  return { world, truth: tellTruth(world, play(world, scenario.script, scenario.movedDaysAgo)) };
};
const holdsAt = (spec: ServerSpec) =>
  made({ ...PLAIN, servers: { "far.test": spec } }).truth.followers.find(({ server }) => server === "far.test")?.holds;

describe("what holds", () => {
  it("is also what would have stopped the move, had it come that far", () => {
    const blocks = { "old.test": "suspend" } as const;
    expect(holdsAt({ software: "lemmy", blocks })).toEqual(["old-server-blocked", "software-ignores-move"]);
    expect(holdsAt({ software: "bookwyrm", mishap: "down-that-day" })).toEqual([
      "software-ignores-move",
      "notice-lost",
    ]);
    expect(holdsAt({ blocks })).toEqual(["old-server-blocked"]);
    const servers = { "old.test": { software: "akkoma" }, "new.test": { software: "misskey" } } as const;
    const { truth } = made({ ...PLAIN, servers, followers: { "new.test": ["nora"] } });
    expect(truth.followers[0]?.holds).toEqual(["software-ignores-move", "no-moved-to"]);
  });
});

describe("somebody who has moved on himself", () => {
  it.each([
    ["mastodon", ["notice-lost"]],
    ["gotosocial", ["notice-lost"]],
    ["hollo", ["moved-on", "notice-lost"]],
  ] as const)("on %s, which was down on the day", (software, holds) => {
    const servers = { "far.test": { software, mishap: "down-that-day" } } as const;
    const followers = { "far.test": [{ user: "fay", movedTo: "fay@near.test" }] };
    expect(made({ ...PLAIN, servers, followers }).truth.followers[0]?.holds).toEqual(holds);
  });
});

it("is a Mastodon alone that keeps an account in memory of somebody", () => {
  const fateAt = (software: "mastodon" | "gotosocial") =>
    made({
      ...PLAIN,
      servers: { "far.test": { software } },
      followers: { "far.test": [{ user: "fay", fate: "memorial" }] },
    }).truth.followers[0]?.reach;
  expect([fateAt("mastodon"), fateAt("gotosocial")]).toEqual(["gone", "works"]);
});

describe("somebody who writes his name with a capital", () => {
  it("is told about as lists of others compare him", () => {
    const { truth } = made({ ...PLAIN, followers: { "far.test": ["Sally"] } });
    expect(truth.followers.map(({ acct }) => acct)).toEqual(["sally@far.test"]);
  });
});

describe("a follow of the new account", () => {
  it("cannot begin where one of the two servers shuts the other out", () => {
    const { world } = made(generate("typical", 1, { ...PRESETS.typical, suspendNew: 0.3, newSuspends: 0.3 }));
    const to = world.target.server;
    const shut = world.people.filter(({ server }) => shutsOut(server, to) || shutsOut(to, server));
    expect(shut.length).toBeGreaterThan(100);
    expect(shut.filter(({ atNew }) => atNew === "yes")).toEqual([]);
  });
});

describe("somebody who is gone from the old server itself", () => {
  const known = (fate: "deleted" | "suspended", software: "mastodon" | "misskey") =>
    made({
      ...PLAIN,
      servers: { "old.test": { software } },
      followers: { "old.test": [{ user: "otto", fate }], "far.test": [{ user: "fay", fate }] },
    }).truth.followers.map(({ acct }) => acct);
  it("is in its list no more, while another server's row stays", () => {
    expect(known("deleted", "mastodon")).toEqual(["fay@far.test"]);
    expect(known("suspended", "misskey")).toEqual(["fay@far.test"]);
  });
  it("stays where the software keeps the follows of who is suspended", () => {
    expect(known("suspended", "mastodon")).toEqual(["otto@old.test", "fay@far.test"]);
  });
});
