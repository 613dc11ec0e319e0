import { describe, expect, it } from "vitest";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { ListRead } from "#lib/domain/evidence/side.ts";
import { check } from "#testing/sample.ts";
import { lengthened, longListBefore } from "./long-list.ts";

const AT = "2026-11-20T12:00:00.000Z";
const daysOn = (days: number): Date => new Date(Date.parse(AT) + days * 86_400_000);
const list = (read: number, complete = true): Fact<ListRead> => ({
  ...known({ read }, { kind: "network" as const, at: AT }),
  complete,
});
const mastodon = { software: known({ name: "mastodon", version: "4.5.0" }, { kind: "network" as const, at: AT }) };

const row = (read: Fact<ListRead>, byItself = true) => {
  const facts = check();
  const earlier = {
    ...facts,
    old: { ...facts.old, list: read },
    targets: facts.targets.map((one) => ({ ...one, list: read })),
  };
  return { cursor: byItself ? { "by-itself": true } : {}, earlier };
};

describe("a list that a look need not read again", () => {
  it.each<[string, ReturnType<typeof row>, "old" | "new", number, boolean]>([
    ["a long new list", row(list(2_000)), "new", 7, true],
    ["a short one", row(list(1_999)), "new", 7, false],
    ["one that was never read to its end", row(list(9_000, false)), "new", 7, false],
    ["one that was hidden", row(gap("hidden-by-server")), "new", 7, false],
    ["one that somebody asks for", row(list(9_000), false), "new", 7, false],
    ["a long old list of three days ago", row(list(9_000)), "old", 3, true],
    ["a long old list of a week ago", row(list(9_000)), "old", 7, false],
  ])("%s", (_, one, which, days, holds) => {
    expect(longListBefore(one, which, mastodon, daysOn(days)) !== undefined).toBe(holds);
  });

  it("not where nobody has read in which order it is given", () => {
    const unheard = { software: known({ name: "unheard-of", version: "1" }, { kind: "network" as const, at: AT }) };
    expect(longListBefore(row(list(9_000)), "new", unheard, daysOn(1))).toBeUndefined();
    expect(longListBefore(row(list(9_000)), "new", { software: gap("unreachable") }, daysOn(1))).toBeUndefined();
  });

  it("is as long as before, and the people who are new in it", () => {
    const before = list(9_000);
    if (!before.known) throw new Error("it is known");
    expect(lengthened(before, 3, daysOn(1).toISOString())).toMatchObject({
      value: { read: 9_003 },
      source: { at: daysOn(1).toISOString() },
      complete: true,
    });
  });
});
