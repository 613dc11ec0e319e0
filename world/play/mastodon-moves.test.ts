import { describe, expect, it } from "vitest";
import { build } from "../make/build.ts";
import type { PersonSpec, Scenario, ScenarioEvent, ServerSpec } from "../make/scenario.ts";
import { tellTruth } from "../truth/truth.ts";
import { play } from "./play.ts";

const SAVED: ScenarioEvent = { do: "snapshot" };
const MOVED: ScenarioEvent = { do: "move" };

function ends(different: Partial<Scenario>, script: readonly ScenarioEvent[] = [SAVED, MOVED]) {
  const scenario: Scenario = {
    name: "one follower",
    about: "Everything in order but for one thing.",
    old: { at: "alice@old.test" },
    target: { at: "alice@new.test" },
    followers: { "far.test": ["bo"] },
    ...different,
  };
  const world = build(scenario, Date);
  const truth = tellTruth(world, play(world, script));
  const bo = truth.followers.find(({ acct }) => acct === "bo@far.test");
  return { world, truth, bo, far: world.servers.get("far.test") };
}
const about = (who: Omit<PersonSpec, "user">) => ({ followers: { "far.test": [{ user: "bo", ...who }] } });
const at = (spec: ServerSpec, more: Readonly<Record<string, ServerSpec>> = {}) => ({
  servers: { "far.test": spec, ...more },
});

describe("who is carried along by a Mastodon", () => {
  it.each<[string, Partial<Scenario>, string, string]>([
    ["somebody who had moved on himself", about({ movedTo: "bo@third.test" }), "here", "here"],
    ["an account in memory of somebody", about({ fate: "memorial" }), "here", "here"],
    [
      "somebody suspended, of which only the home knows",
      about({ fate: "suspended", newsStayedHome: true }),
      "here",
      "here",
    ],
    ["not somebody suspended, as the new server knows", about({ fate: "suspended" }), "neither", "account-gone"],
    ["not somebody who deleted his account and told nobody", about({ fate: "deleted" }), "old-only", "account-gone"],
  ])("%s", (_, different, position, cause) => {
    expect(ends(different).bo).toMatchObject({ position, cause });
  });
});

describe("an Update that goes out beside the Move", () => {
  const followers = { "old.test": ["olga", "otto"], "far.test": ["bo"] };
  it("is taken in where the new server is suspended, and the redirect is not shown", () => {
    const { far } = ends({ followers, ...at({ blocks: { "new.test": "suspend" } }) });
    expect(far?.ofOld).toMatchObject({ moved: false, followers: 1 });
  });
  it("never came where the server was down or refuses the old one", () => {
    expect(ends({ followers, ...at({ mishap: "down-that-day" }) }).far?.ofOld.followers).toBe(3);
    expect(ends({ followers, ...at({ blocks: { "old.test": "suspend" } }) }).far?.ofOld.followers).toBe(3);
  });
  it("never came where the old server had cut everybody off: the copy is that from before", () => {
    const cut: ScenarioEvent = { do: "block", at: "old.test", domain: "far.test" };
    expect(ends({ followers }, [SAVED, cut, MOVED]).far?.ofOld).toMatchObject({ moved: false, followers: 2 });
  });
});

describe("a server that was down at the move", () => {
  const passed = (...minutes: readonly number[]) =>
    ends(at({ fault: "bad-gateway" }), [
      SAVED,
      MOVED,
      { do: "mend", at: "far.test" },
      ...minutes.map((some): ScenarioEvent => ({ do: "minutes-pass", minutes: some })),
    ]).bo?.position;
  it("is tried again after 15 seconds, one minute, two and five", () => {
    expect(passed(0.2)).toBe("old-only");
    expect(passed(0.3)).toBe("here");
    expect(passed(0.2, 0.1)).toBe("here");
  });
});

describe("a server with one name in handles and another at its addresses", () => {
  const blocks = (name: string) =>
    ends(at({ blocks: { [name]: "suspend" } }, { "new.test": { web: "web.new.test" } })).bo?.cause;
  const allows = (...names: readonly string[]) =>
    ends(at({ limited: true, allows: ["old.test", ...names] }, { "new.test": { web: "web.new.test" } })).bo?.position;

  it("is stopped by a block of either, and of a name above", () => {
    expect(["new.test", "web.new.test", "test"].map(blocks)).toEqual([
      "new-server-blocked",
      "new-server-blocked",
      "new-server-blocked",
    ]);
  });
  it("needs both on a list of allowed servers", () => {
    expect([allows("new.test"), allows("web.new.test"), allows("new.test", "web.new.test")]).toEqual([
      "old-only",
      "old-only",
      "here",
    ]);
  });
  it("is compared by the address alone elsewhere", () => {
    const split = { "new.test": { web: "web.new.test" } };
    const fedi: ServerSpec = { software: "friendica", blocks: { "new.test": "suspend" } };
    expect(ends(at(fedi, split)).bo?.position).toBe("here");
    expect(ends(at({ ...fedi, blocks: { "web.new.test": "suspend" } }, split)).bo?.position).toBe("old-only");
  });
  it("is shown as moved where only the address is blocked and the new account was known", () => {
    const script: readonly ScenarioEvent[] = [SAVED, { do: "block", at: "far.test", domain: "web.new.test" }, MOVED];
    const { far, bo } = ends(
      { ...at({}, { "new.test": { web: "web.new.test" } }), newcomers: { "far.test": ["anna"] } },
      script,
    );
    expect(far?.ofOld.moved).toBe(true);
    expect(bo).toMatchObject({ position: "old-only", cause: "new-server-blocked" });
  });
});

describe("a new server that suspends the follower's", () => {
  const blocks = { "far.test": "suspend" } as const;
  const on = (spec: ServerSpec) => {
    const { bo, far } = ends({ servers: { "new.test": spec } });
    return [bo?.position, bo?.cause, far?.ofOld.moved];
  };
  it("lets it read the new account all the same, so that the follow is sent and the old one given up", () => {
    expect(on({ blocks })).toEqual(["neither", "blocked-by-new-server", true]);
  });
  it("does not, in secure mode: no follow is sent, and the old one stays", () => {
    expect(on({ blocks, secure: true })).toEqual(["old-only", "blocked-by-new-server", false]);
    expect(on({ secure: true })).toEqual(["here", "here", true]);
  });
  it("nor does one that talks to named servers alone", () => {
    expect(on({ limited: true, allows: ["old.test"] })).toEqual(["old-only", "closed-federation", false]);
    expect(on({ limited: true, allows: ["old.test", "far.test"] })).toEqual(["here", "here", true]);
  });
});

describe("afterwards", () => {
  it("a redirect is taken away, and who came along stays", () => {
    const { world, bo } = ends({}, [SAVED, MOVED, { do: "cancel-redirect" }]);
    expect(world.pointsToNew).toBe(false);
    expect(bo?.position).toBe("here");
  });
  it("a deleted account is forgotten everywhere but at home", () => {
    const { world, far } = ends({}, [SAVED, MOVED, { do: "delete-account", who: "alice@old.test", told: true }]);
    expect([far?.ofOld.known, world.old.server.ofOld.known]).toEqual([false, true]);
  });
});

it("counts neither of the mover's accounts among the followers, though they follow each other", () => {
  const { world, truth } = ends({
    old: { at: "alice@old.test", followsOther: true },
    target: { at: "alice@new.test", followsOther: true },
  });
  expect([world.old.atNew, world.target.atOld]).toEqual(["yes", "yes"]);
  expect(truth.followers.map(({ acct }) => acct)).toEqual(["bo@far.test"]);
});

it("saves a renamed follower under the name the old server knows", () => {
  expect(ends(about({ knownAs: { "old.test": "bob" } })).bo).toMatchObject({
    savedAs: "bob@far.test",
    position: "here",
  });
});
