import { describe, expect, it } from "vitest";
import { build } from "../make/build.ts";
import type { Scenario, ScenarioEvent, ServerSpec } from "../make/scenario.ts";
import type { SoftwareName } from "../software/names.ts";
import { handle } from "../truth/truth.ts";
import { play, USUAL } from "./play.ts";

/** One follower, bo@far.test, and one thing that is different. */
function ends(different: Partial<Scenario>, script: readonly ScenarioEvent[] = USUAL) {
  const world = build(
    {
      name: "one follower",
      about: "Everything in order but for one thing.",
      old: { at: "alice@old.test" },
      target: { at: "alice@new.test" },
      followers: { "far.test": ["bo"] },
      ...different,
    },
    Date,
  );
  const log = play(world, script);
  const bo = world.people.find((who) => handle(who) === "bo@far.test");
  const last = log.events.filter(({ host }) => host === "far.test").at(-1);
  return { lists: [bo?.atOld, bo?.atNew], says: [bo?.saysOld, bo?.saysNew], last, far: bo?.server, log };
}
const at = (host: string, spec: ServerSpec) => ({ servers: { [host]: spec } });

describe("a Mastodon server that hears of a move", () => {
  it("follows the new account and lets go of the old one", () => {
    const { lists, says, log } = ends({});
    expect(lists).toEqual(["no", "yes"]);
    expect(says).toEqual(["no", "yes"]);
    expect(log.events.map(({ what }) => what)).toEqual(["sent", "processed", "followed", "undone"]);
  });

  it.each<[string, Partial<Scenario>, string]>([
    ["suspends the new server", at("far.test", { blocks: { "new.test": "suspend" } }), "blocks-new"],
    [
      "suspends a name above the new server",
      { ...at("far.test", { blocks: { "new.test": "suspend" } }), target: { at: "alice@sub.new.test" } },
      "blocks-new",
    ],
    ["suspends the old server", at("far.test", { blocks: { "old.test": "suspend" } }), "blocks-old"],
    ["suspends the old account alone", at("far.test", { suspendsAccount: "old" }), "old-account-suspended"],
    ["suspends the new account alone", at("far.test", { suspendsAccount: "new" }), "new-account-suspended"],
    ["federates with few", at("far.test", { limited: true, allows: ["old.test"] }), "blocks-new"],
    ["is given up by the old server", at("far.test", { mishap: "given-up" }), "given-up"],
    ["is down that day", at("far.test", { mishap: "down-that-day" }), "server-down"],
    ["cannot fetch the new account that day", at("far.test", { mishap: "cannot-fetch-new" }), "new-not-fetched"],
    ["finds the new account gone", { target: { at: "alice@new.test", fate: "deleted" } }, "new-gone"],
    ["finds the new account moved on", { target: { at: "alice@new.test", movedTo: "alice@third.test" } }, "new-moved"],
    [
      "has a person who blocks the new account",
      { followers: { "far.test": [{ user: "bo", blocksNew: true }] } },
      "own-choice",
    ],
    [
      "is not on the new server's list, so that it cannot read the new account",
      at("new.test", { limited: true, allows: ["old.test"] }),
      "new-refuses",
    ],
  ])("and %s stays with the old one", (_, different, why) => {
    const { lists, last } = ends(different);
    expect(lists).toEqual(["yes", "no"]);
    expect(last?.why).toBe(why);
  });

  it.each<[string, Partial<Scenario>]>([
    ["refuses its server", at("new.test", { blocks: { "far.test": "suspend" } })],
    ["is held to be dead", at("far.test", { mishap: "refused-as-unavailable" })],
  ])("drops the old follow all the same when the new server %s", (_, different) => {
    expect(ends(different).lists).toEqual(["no", "no"]);
  });

  it.each<[string, Partial<Scenario>]>([
    ["is locked", { target: { at: "alice@new.test", locked: true } }],
    ["limits its server", at("new.test", { blocks: { "far.test": "silence" } })],
  ])("waits on neither list when the new side %s", (_, different) => {
    const { lists, says } = ends(different);
    expect(lists).toEqual(["no", "requested"]);
    expect(says).toEqual(["no", "requested"]);
  });

  it("lets people of the new server through a locked door", () => {
    const { log } = ends({ target: { at: "alice@new.test", locked: true }, followers: { "new.test": ["nora"] } });
    expect(log.events).toContainEqual({ what: "followed", host: "new.test", who: "nora" });
  });

  it("never minds a limit or an exception below a suspended name", () => {
    expect(ends(at("far.test", { blocks: { "old.test": "silence" } })).lists).toEqual(["no", "yes"]);
    const excepted = at("far.test", { blocks: { test: "suspend", "old.test": "noop", "new.test": "noop" } });
    expect(ends(excepted).lists).toEqual(["no", "yes"]);
  });

  it("notes a move it only heard of by an update, and follows nobody", () => {
    const { lists, far } = ends({}, [{ do: "redirect" }]);
    expect(lists).toEqual(["yes", "no"]);
    expect(far?.ofOld.moved).toBe(true);
  });

  it("leaves people who followed both on both lists", () => {
    const { lists } = ends({ followers: { "far.test": [{ user: "bo", alsoFollowsNew: true }] } });
    expect(lists).toEqual(["yes", "yes"]);
  });

  it("can be listed at the new server and still believe it is waiting", () => {
    const { lists, says } = ends(at("far.test", { mishap: "accept-lost" }));
    expect([lists[1], says[1]]).toEqual(["yes", "requested"]);
  });
});

describe("somebody who left by himself before the move", () => {
  const left: readonly ScenarioEvent[] = [
    { do: "snapshot", daysBefore: 400 },
    { do: "unfollow-old", who: "bo@far.test" },
    { do: "move" },
  ];
  const open: ScenarioEvent = { do: "open-old", at: "far.test" };

  it("stands in neither list, and nobody tells his server of the move", () => {
    const { lists, says, far, log } = ends({}, left);
    expect([lists, says]).toEqual([
      ["no", "no"],
      ["no", "no"],
    ]);
    expect([far?.ofOld.moved, log.events]).toEqual([false, []]);
  });

  it("has a server that shows the redirect once somebody there opens the old profile", () => {
    expect(ends({}, [...left, open]).far?.ofOld).toMatchObject({ moved: true, followers: 0 });
    const shut = at("far.test", { blocks: { "old.test": "suspend" } });
    expect(ends(shut, [...left, open]).far?.ofOld.moved).toBe(false);
  });
});

describe("a block set before the move", () => {
  it("takes people of a Mastodon off the old list on that day", () => {
    const { lists, says } = ends({}, [
      { do: "snapshot" },
      { do: "block", at: "far.test", domain: "old.test" },
      { do: "move" },
    ]);
    expect(lists).toEqual(["no", "no"]);
    expect(says).toEqual(["no", "no"]);
  });

  it("set by the old server ends the follows of its people there too", () => {
    expect(ends({}, [{ do: "block", at: "old.test", domain: "far.test" }, { do: "move" }]).lists).toEqual(["no", "no"]);
  });

  it("is not noticed by the old server when nobody tells it", () => {
    const { lists, says } = ends({}, [{ do: "purge-old", at: "far.test" }]);
    expect(lists).toEqual(["yes", "no"]);
    expect(says).toEqual(["no", "no"]);
  });
});

describe("other software", () => {
  it.each<[ServerSpec, readonly [string, string], string | undefined]>([
    [{ software: "misskey" }, ["yes", "yes"], undefined],
    [{ software: "sharkey" }, ["yes", "yes"], undefined],
    [{ software: "hollo" }, ["yes", "yes"], undefined],
    [{ software: "friendica" }, ["yes", "yes"], undefined],
    [{ software: "gotosocial" }, ["no", "yes"], undefined],
    [{ software: "pleroma" }, ["no", "yes"], undefined],
    [{ software: "akkoma" }, ["no", "yes"], undefined],
    [{ software: "pixelfed" }, ["no", "yes"], undefined],
    [{ software: "snac" }, ["yes", "no"], "never-met"],
    [{ software: "lemmy" }, ["yes", "no"], "software"],
    [{ software: "peertube" }, ["yes", "no"], "software"],
    [{ software: "wordpress" }, ["yes", "no"], "software"],
    [{ software: "takahe" }, ["yes", "no"], "software"],
    [{ software: "unheard-of" }, ["yes", "no"], "software"],
    [{ software: "bookwyrm" }, ["yes", "no"], "notifies-only"],
    [{ software: "misskey", version: "2024.10.1" }, ["yes", "no"], "breaks"],
    [{ software: "misskey", stopped: ["new.test"] }, ["yes", "no"], "stopped"],
    [{ software: "misskey", stopped: ["old.test"] }, ["yes", "yes"], undefined],
    [{ software: "misskey", blocks: { "old.test": "suspend" } }, ["yes", "no"], "blocks-old"],
    [{ software: "akkoma", stopped: ["new.test"] }, ["no", "no"], "stopped"],
  ])("%j ends with old and new: %j", (spec, lists, why) => {
    const end = ends(at("far.test", spec));
    expect(end.lists).toEqual(lists);
    if (why) expect(end.log.events.some((event) => event.why === why)).toBe(true);
  });

  it.each<[SoftwareName, string]>([
    ["misskey", "no-moved-to"],
    ["pixelfed", "no-moved-to"],
  ])("%s does nothing for an account that does not publish where it went", (software, why) => {
    const end = ends({ servers: { "old.test": { software: "akkoma" }, "far.test": { software } } });
    expect(end.lists).toEqual(["yes", "no"]);
    expect(end.last?.why).toBe(why);
  });

  it("compares names each in its own way", () => {
    const blocks = { "old.test": "suspend" } as const;
    const sub = { old: { at: "alice@sub.old.test" } };
    expect(ends({ ...sub, ...at("far.test", { software: "pleroma", blocks }) }).lists).toEqual(["no", "yes"]);
    expect(ends({ ...sub, ...at("far.test", { software: "akkoma", blocks }) }).lists).toEqual(["yes", "no"]);
    expect(
      ends({ ...sub, ...at("far.test", { software: "pleroma", blocks: { "*.old.test": "suspend" } }) }).lists,
    ).toEqual(["yes", "no"]);
    expect(ends(at("far.test", { blocks: { "*.old.test": "suspend" } })).lists).toEqual(["no", "yes"]);
    expect(ends(at("far.test", { software: "friendica", blocks: { "*.old.test": "suspend" } })).lists).toEqual([
      "yes",
      "yes",
    ]);
  });
});

describe("the mover's own block on the new account", () => {
  const lives = (blocks: readonly string[], script: readonly ScenarioEvent[] = USUAL, software?: SoftwareName) =>
    ends({ target: { at: "alice@new.test", blocks }, ...at("far.test", software ? { software } : {}) }, script);
  const why = ({ log }: ReturnType<typeof ends>) => log.events.find((event) => event.why === "owner-blocks")?.what;

  it("turns a whole server away, which has given the old follow up by then", () => {
    const end = lives(["far.test"]);
    expect([...end.lists, why(end)]).toEqual(["no", "no", "turned-away"]);
  });

  it("of one person is known to his own Mastodon, which does not try; others try and are turned away", () => {
    const [there, elsewhere] = [lives(["bo@far.test"]), lives(["bo@far.test"], USUAL, "gotosocial")];
    expect([...there.lists, why(there)]).toEqual(["yes", "no", "stayed"]);
    expect([...elsewhere.lists, why(elsewhere)]).toEqual(["no", "no", "turned-away"]);
  });

  it("made after the move takes away who had come, and gives nobody back when it is lifted", () => {
    const block = { do: "owner-blocks", name: "far.test" } as const;
    const lift = { do: "owner-unblocks", name: "far.test" } as const;
    expect(lives([]).lists).toEqual(["no", "yes"]);
    expect(lives([], [...USUAL, block]).lists).toEqual(["no", "no"]);
    expect(lives([], [...USUAL, block, lift]).lists).toEqual(["no", "no"]);
  });
});
