import { describe, expect, it } from "vitest";
import { build } from "../make/build.ts";
import type { Scenario, ScenarioEvent } from "../make/scenario.ts";
import { handle, tellTruth } from "../truth/truth.ts";
import { play } from "./play.ts";

/** The set-up in which real servers of four kinds were watched: the world has to end as they did. */
const watched: Scenario = {
  name: "as watched",
  about: "Ten followers of an account that moves between two GoToSocial servers.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: {
    "old.test": { software: "gotosocial" },
    "new.test": { software: "gotosocial" },
    "mk.test": { software: "misskey" },
    "hollo.test": { software: "hollo" },
    "far.test": { software: "gotosocial" },
    "dead.test": { software: "snac" },
    "snac.test": { software: "snac" },
  },
  followers: {
    "old.test": ["otto"],
    "new.test": ["nora"],
    "mk.test": ["mika", "mako", "miro"],
    "hollo.test": ["holly"],
    "far.test": ["fred", "fiona"],
    "dead.test": ["dora"],
    "snac.test": ["sam"],
  },
};
const EVENTS: readonly ScenarioEvent[] = [
  { do: "snapshot" },
  { do: "block", at: "far.test", domain: "old.test" },
  { do: "break", at: "dead.test", fault: "bad-gateway" },
  { do: "move" },
];

function watch(scenario: Scenario, script = EVENTS) {
  const world = build(scenario, Date);
  const log = play(world, script);
  const where = (test: (one: (typeof world.people)[number]) => boolean) => world.people.filter(test).map(handle).sort();
  return {
    old: where(({ atOld }) => atOld === "yes"),
    fresh: where(({ atNew }) => atNew === "yes"),
    waiting: where(({ atNew }) => atNew === "requested"),
    says: where(({ saysNew }) => saysNew === "yes"),
    truth: Object.fromEntries(tellTruth(world, log).followers.map((one) => [one.acct, one.cause])),
    log,
  };
}

describe("a move between real servers", () => {
  const end = watch(watched);

  it("takes people of both servers along, off the old list", () => {
    expect(end.fresh).toEqual(expect.arrayContaining(["nora@new.test", "otto@old.test"]));
    expect(end.old).not.toContain("nora@new.test");
    expect(end.old).not.toContain("otto@old.test");
  });

  it.each(["mika@mk.test", "mako@mk.test", "miro@mk.test", "holly@hollo.test"])("keeps %s on both lists", (who) => {
    expect(end.fresh).toContain(who);
    expect(end.old).toContain(who);
  });

  it.each([
    ["fred@far.test", "old-server-blocked", "refused"],
    ["fiona@far.test", "old-server-blocked", "refused"],
    ["dora@dead.test", "server-gone", "undelivered"],
    ["sam@snac.test", "software-ignores-move", "dropped"],
  ])("leaves %s on the old list alone: %s", (who, cause, what) => {
    expect(end.old).toContain(who);
    expect(end.fresh).not.toContain(who);
    expect(end.truth[who]).toBe(cause);
    expect(end.log.events).toContainEqual(expect.objectContaining({ host: who.split("@")[1], what }));
  });

  it("loses the three of a Misskey that notes the move and then stumbles", () => {
    const stumbling = { ...watched.servers, "mk.test": { software: "misskey", version: "2024.10.1" } } as const;
    const { old, fresh, truth } = watch({ ...watched, servers: stumbling });
    expect(old).toContain("mika@mk.test");
    expect(fresh).not.toContain("mika@mk.test");
    expect(truth["mika@mk.test"]).toBe("accepted-not-done");
  });

  it("lets everybody wait at a locked account, whether still on the old list or on neither", () => {
    const { fresh, waiting, old, truth } = watch({
      ...watched,
      target: { at: "olive@new.test", locked: true },
      followers: { "old.test": ["otto"], "new.test": ["nora"], "mk.test": ["mako"], "hollo.test": ["holly"] },
    });
    expect(fresh).toEqual([]);
    expect(waiting).toEqual(["holly@hollo.test", "mako@mk.test", "nora@new.test", "otto@old.test"]);
    expect(old).toEqual(["holly@hollo.test", "mako@mk.test"]);
    expect(new Set(Object.values(truth))).toEqual(new Set(["waiting-for-approval"]));
  });

  it("leaves two servers in disagreement when the new one blocks afterwards", () => {
    const { fresh, says } = watch(watched, [...EVENTS, { do: "block", at: "new.test", domain: "hollo.test" }]);
    expect(fresh).not.toContain("holly@hollo.test");
    expect(says).toContain("holly@hollo.test");
  });
});
