import { describe, expect, it } from "vitest";
import { PLAIN } from "#testing/in-world.ts";
import { build } from "../make/build.ts";
import type { Scenario, ServerSpec } from "../make/scenario.ts";
import { play } from "../play/play.ts";
import { tellTruth } from "./truth.ts";

/** The truth about bo@far.test, on a server like this. */
function about(spec: ServerSpec, different: Partial<Scenario> = {}) {
  const scenario = { ...PLAIN, ...different, servers: { "far.test": spec, ...different.servers } };
  const world = build(scenario, Date);
  const { followers } = tellTruth(world, play(world, scenario.script, scenario.movedDaysAgo));
  return followers.find(({ acct }) => acct === "bo@far.test");
}
const blocksOld = { blocks: { "old.test": "suspend" } } as const;
const blocksNew = { blocks: { "new.test": "suspend" } } as const;

describe("what a stranger can see", () => {
  it.each<[string, ServerSpec, string | undefined]>([
    ["a published block", { ...blocksNew, list: "public" }, "list of far.test"],
    ["a hidden block of the new server", blocksNew, undefined],
    ["a hidden block of the old server", blocksOld, "lookup at far.test"],
    ["one behind a login", { ...blocksOld, closedApi: true }, undefined],
    ["one where robots may not ask", { ...blocksOld, list: "public", robots: "closed" }, undefined],
    [
      "one that GoToSocial publishes and asks robots not to read",
      { ...blocksOld, software: "gotosocial", list: "public" },
      undefined,
    ],
    ["one in NodeInfo", { ...blocksOld, software: "akkoma", list: "public", robots: "closed-api" }, "list of far.test"],
    ["one on Misskey, of a server it has met", { ...blocksOld, software: "misskey" }, "list of far.test"],
    ["a move that Misskey noted and did not carry out", { software: "misskey", version: "2024.10.1" }, undefined],
    ["software that ignores moves", { software: "lemmy" }, "nodeinfo of far.test"],
    ["software nobody knows", { software: "unheard-of" }, undefined],
    ["a dead server", { fault: "gone" }, "silence of far.test"],
  ])("%s", (_, spec, shownBy) => {
    const truth = about(spec);
    expect(truth?.shownBy).toBe(shownBy);
    expect(truth?.visible).toBe(shownBy !== undefined);
  });

  it("is nothing where the new account hides its list", () => {
    expect(about({}, { target: { at: "alice@new.test", hidesLists: true } })).toMatchObject({
      cause: "here",
      visible: false,
    });
  });

  it("is who waits, where the account or the list says so", () => {
    const limits = { blocks: { "far.test": "silence" } } as const;
    expect(about({}, { target: { at: "alice@new.test", locked: true } })?.shownBy).toBe("the new account");
    expect(about({}, { servers: { "new.test": { ...limits, list: "public" } } })?.shownBy).toBe("list of new.test");
    expect(about({}, { servers: { "new.test": limits } })?.visible).toBe(false);
  });
});

describe("whether following works from there", () => {
  it.each<[string, ServerSpec, Partial<Scenario>, string]>([
    ["nothing stands in the way", { mishap: "down-that-day" }, {}, "works"],
    ["the server is dead", { fault: "bad-gateway" }, {}, "gone"],
    ["the account is", {}, { followers: { "far.test": [{ user: "bo", fate: "deleted" }] } }, "gone"],
    ["it blocks", blocksNew, {}, "blocked"],
    ["it is blocked", {}, { servers: { "new.test": { blocks: { "far.test": "suspend" } } } }, "blocked"],
    ["it sends nothing there", { software: "misskey", stopped: ["new.test"] }, {}, "blocked"],
    ["a circle is closed", { limited: true, allows: ["old.test"] }, {}, "blocked"],
    ["it is limited", {}, { servers: { "new.test": { blocks: { "far.test": "silence" } } } }, "waits"],
    ["the account is locked", {}, { target: { at: "alice@new.test", locked: true } }, "waits"],
  ])("when %s", (_, spec, different, reach) => {
    expect(about(spec, different)?.reach).toBe(reach);
  });
});
