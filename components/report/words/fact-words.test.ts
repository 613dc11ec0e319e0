import { describe, expect, it } from "vitest";
import { fact, gap, server } from "#testing/components/report.ts";
import { publishedBlocks } from "../servers/published-blocks.ts";
import { tell, tellAll } from "./fact-words.ts";

const SCENE = { host: "far.example", old: "old.example", fresh: "new.example" };
const key = (name: string, value: unknown) => tell(fact(name, value), SCENE).key;

describe("facts as sentences", () => {
  it("names the candidate that a fact is about, before a move", () => {
    const about = { ...fact("onTarget.list", { inbound: "open" }), target: "quay.example" };
    expect(tell(about, { ...SCENE, fresh: "" }).values).toMatchObject({ about: "quay.example" });
    expect(tell(about, SCENE).values).toMatchObject({ about: "new.example" });
  });

  it.each([
    ["nodeinfo", { software: { name: "mastodon", version: "4.5" } }, "nodeinfo"],
    ["nodeinfo", { software: null }, "other"],
    ["ability", { onMove: "ignores" }, "ability.ignores"],
    ["ability", { onMove: "dances" }, "other"],
    ["life", { state: "gone" }, "life.gone"],
    ["instance", { limitedFederation: true }, "instance.limited"],
    ["control", true, "control.yes"],
    ["onOld.list", { inbound: "blocked", match: "exact" }, "list.blocked"],
    ["onOld.list", { inbound: "blocked", match: "parent" }, "list.parent"],
    ["onOld.list", { inbound: "blocked", match: "pattern" }, "list.pattern"],
    ["onTarget.list", { inbound: "blocked", allowList: true }, "list.notAllowed"],
    ["onTarget.list", { inbound: "open", outbound: "blocked" }, "list.outbound"],
    ["byTarget.list", { inbound: "open", limited: true }, "list.limited"],
    ["onOld.list", { inbound: "open", outbound: "open" }, "list.clear"],
    ["onOld.list", {}, "list.unclear"],
    ["onOld.sight", { seen: "absent" }, "sight.absent"],
    ["onOld.sight", { seen: "known", suspended: true }, "sight.suspended"],
    ["onOld.sight", { seen: "known", moved: "maria@new.example" }, "sight.moved"],
    ["onOld.sight", { seen: "known", moved: null }, "sight.known"],
    ["onOld.view", { count: 0 }, "view"],
    ["onOld.view", 7, "other"],
    ["onOld.peer", true, "peer.yes"],
    ["byOld.peer", false, "peer.no"],
    ["byTarget.resolve", { found: true, below: true }, "resolve.below"],
    ["byTarget.resolve", { found: false, below: true }, "resolve.absent"],
    ["byTarget.own", { server: true, people: 1 }, "own.server"],
    ["byTarget.own", { server: false, people: 2 }, "own.people"],
    ["byTarget.own", { server: false, people: 0 }, "own.none"],
    ["of.newer.rules", "?", "other"],
    ["nodeinfo", null, "other"],
  ])("%s %j is %s", (name, value, expected) => expect(key(name, value)).toBe(expected));

  it("says that nothing is blocked only where all of it was read", () => {
    const own = { ...fact("byTarget.own", { server: false, people: 0 }), complete: false };
    expect(tell(own, SCENE).key).toBe("own.unread");
    expect(tell({ ...own, complete: true }, SCENE).key).toBe("own.none");
    expect(tell({ ...own, value: { server: true, people: 0 } }, SCENE).key).toBe("own.server");
  });

  it("says who speaks about whom", () => {
    const blocked = { inbound: "blocked", match: "exact" };
    const about = (name: string) => tell(fact(name, blocked), SCENE).values;
    expect(about("onOld.list")).toEqual({ by: "far.example", about: "old.example" });
    expect(about("onTarget.list")).toEqual({ by: "far.example", about: "new.example" });
    expect(about("byOld.list")).toEqual({ by: "old.example", about: "far.example" });
    expect(about("byTarget.list")).toEqual({ by: "new.example", about: "far.example" });
  });

  it("says of signed requests only that they were turned away", () => {
    const keys = (turnsAway: boolean) =>
      tellAll([fact("refusesSigned", turnsAway)], SCENE).map((told) => told.sentence.key);
    expect([keys(true), keys(false)]).toEqual([["refusesSigned"], []]);
  });

  it("says a gap with its reason, once", () => {
    const told = tellAll([gap("onOld.list", "hidden-by-server"), gap("onTarget.list", "hidden-by-server")], SCENE);
    expect(told.map(({ sentence }) => sentence.values)).toEqual([
      { topic: "list", host: "far.example", gap: "hidden-by-server" },
    ]);
  });
});

describe("how many of those that publish block", () => {
  const open = server("a.example", { facts: [fact("onOld.list", { inbound: "open" })] });
  const blocking = server("b.example", { facts: [fact("onTarget.list", { inbound: "blocked", match: "digest" })] });
  const masked = server("c.example", { facts: [fact("onOld.list", { inbound: "blocked", match: "pattern" })] });
  const silent = server("d.example", { facts: [gap("onOld.list", "hidden-by-server")] });
  const many = (count: number) => Array.from({ length: count }, () => open);

  it("is said from ten on, a masked name never counted as a block", () => {
    expect(publishedBlocks([...many(8), blocking, masked, silent])).toEqual({ total: 10, blocking: 1 });
    expect(publishedBlocks([...many(8), blocking, silent])).toBeNull();
  });
});
