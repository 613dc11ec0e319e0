import { describe, expect, it } from "vitest";
import type { LookedRow } from "#lib/store/tables/types.ts";
import { BLOCKED, check, is, NEW, NOW, not, OPEN, server, TARGET } from "#testing/sample.ts";
import { withGiven } from "./handed-in.ts";

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY).toISOString();
const inside = <T>(value: T, at = NOW) => ({ known: true as const, value, source: { kind: "member" as const, at } });

const look = (change: Partial<LookedRow> = {}): LookedRow => ({
  ...{ server: "far.example", at: daysAgo(1) },
  onOld: { list: inside(OPEN) },
  onNew: { list: inside(BLOCKED), resolve: inside({ found: false, oneName: true }) },
  instance: inside({ limitedFederation: false }),
  ...change,
});
const hidden = server("mastodon", { onTarget: { list: not("hidden-by-server") } });
const given = (looked: LookedRow, facts = hidden) => withGiven(facts, { looked: [looked] }, check({ targets: [NEW] }));

describe("what a server told one of its own people", () => {
  it("stands where it tells nobody else", () => {
    const all = given(look());
    expect(all.onTarget[TARGET]?.list).toEqual(inside(BLOCKED));
    expect(all.onTarget[TARGET]?.resolve).toEqual(inside({ found: false, oneName: true }));
    expect(all.onOld.list).toEqual(inside(OPEN));
    expect(all.instance).toEqual(inside({ limitedFederation: false }));
  });

  it("does not stand in the place of what the server tells everybody", () => {
    const all = given(look(), server("mastodon", { onTarget: { list: is(OPEN) } }, { instance: is({}) }));
    expect(all.onTarget[TARGET]?.list).toEqual(is(OPEN));
    expect(all.instance).toEqual(is({}));
  });

  it("is worth nothing after ten days, and nothing about another server", () => {
    const [list, resolve] = [inside(BLOCKED, daysAgo(11)), inside({ found: true, oneName: true }, daysAgo(9))];
    expect(given(look({ onOld: {}, onNew: { list } })).onTarget).toEqual(hidden.onTarget);
    // Each answer has its own age.
    const { list: hiddenList } = hidden.onTarget[TARGET] ?? {};
    expect(given(look({ onNew: { list, resolve } })).onTarget[TARGET]).toEqual({ list: hiddenList, resolve });
    expect(given(look({ server: "near.example" }))).toEqual(hidden);
  });

  it("changes nothing where nothing was told", () => {
    const { instance: _, ...nothing } = look({ onOld: {}, onNew: {} });
    expect(given(nothing).onTarget[TARGET]).toEqual(hidden.onTarget[TARGET]);
  });
});
