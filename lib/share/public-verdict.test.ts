import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fact, GAPS, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { OwnServer } from "./own-server.ts";
import { publicVerdict } from "./public-verdict.ts";

const source = { kind: "network", at: "2026-11-20T12:00:00Z" } as const;
const says = (stance: Partial<Stance>): Fact<Stance> =>
  known({ inbound: "open", outbound: "open", basis: "list", ...stance } as Stance, source);
const OPEN = says({});
const BLOCK = { inbound: "blocked", outbound: "blocked", match: "exact" } as const;
const server = (onNew: Fact<Stance>, onOld: Fact<Stance> = OPEN, name = "mastodon"): OwnServer => ({
  software: known({ name, version: "4.6.5" }, source),
  onOld,
  onNew,
  atNew: gap("hidden-by-server"),
});
const atNew = (fact: Fact<Stance>, more: Partial<OwnServer> = {}): OwnServer => ({
  ...server(OPEN),
  ...more,
  atNew: fact,
});

describe("from what a server publishes", () => {
  test.each<[string, OwnServer, object]>([
    ["an exact row", server(says(BLOCK)), { reach: "blocked", cause: "new-server-blocked", certainty: "proven" }],
    ["a digest", server(says({ ...BLOCK, match: "digest" })), { cause: "new-server-blocked", certainty: "proven" }],
    ["a parent", server(says({ ...BLOCK, match: "parent" })), { cause: "new-server-blocked", certainty: "likely" }],
    [
      "a parent where there are no exceptions",
      server(says({ ...BLOCK, match: "parent", parentProves: true })),
      { cause: "new-server-blocked", certainty: "proven" },
    ],
    ["an allow-list", server(says({ ...BLOCK, allowList: true })), { reach: "blocked", cause: "closed-federation" }],
    [
      "no more deliveries",
      server(says({ outbound: "blocked", match: "exact" })),
      { reach: "blocked", cause: "new-server-given-up" },
    ],
    [
      "no more deliveries to the old one",
      server(OPEN, says({ outbound: "blocked", match: "exact" })),
      { reach: "works" },
    ],
    ["the old one blocked", server(OPEN, says(BLOCK)), { reach: "works", cause: "old-server-blocked" }],
    ["a list with gaps", server(says({ inbound: "unknown", outbound: "unknown" })), { reach: "unknown" }],
    ["software that ignores moves", server(OPEN, OPEN, "takahe"), { reach: "works", cause: "software-ignores-move" }],
    [
      "a block before the software",
      server(OPEN, says(BLOCK), "takahe"),
      { reach: "works", cause: "old-server-blocked" },
    ],
    ["nothing", server(gap("needs-login"), gap("needs-login")), { reach: "unknown", gap: "needs-login" }],
  ])("%s", (_, given, expected) => {
    expect(publicVerdict(given, false)).toMatchObject(expected);
  });
});

describe("from what the mover's new server publishes about it", () => {
  test.each<[string, OwnServer, object]>([
    ["an exact row", atNew(says(BLOCK)), { reach: "blocked", atNew: "blocked" }],
    ["a list of chosen servers", atNew(says({ ...BLOCK, allowList: true })), { reach: "blocked", atNew: "not-chosen" }],
    ["a row for a limit", atNew(says({ limited: true, match: "exact" })), { reach: "waits", atNew: "limited" }],
    ["a masked name that may be another's", atNew(says({ ...BLOCK, match: "pattern" })), { reach: "unknown" }],
    [
      "a row of a parent, with exceptions nobody sees",
      atNew(says({ ...BLOCK, match: "parent" })),
      { reach: "unknown" },
    ],
    ["no row", atNew(OPEN), { reach: "works" }],
    ["a hidden list", atNew(gap("hidden-by-server")), { reach: "works" }],
    [
      "a row, while the visitor's server hides its own",
      { ...server(gap("needs-login")), atNew: says(BLOCK) },
      { reach: "blocked", atNew: "blocked" },
    ],
  ])("%s", (_, given, expected) => {
    const verdict = publicVerdict(given, false);
    expect(verdict).toMatchObject(expected);
    expect(verdict).not.toHaveProperty("cause");
    if (!("atNew" in expected)) expect(verdict).not.toHaveProperty("atNew");
  });

  test("the visitor's own server comes first", () => {
    expect(publicVerdict(atNew(says(BLOCK), { onNew: says(BLOCK) }), false)).toEqual({
      ...{ reach: "blocked", cause: "new-server-blocked", certainty: "proven" },
    });
  });
});

describe("never from anything else", () => {
  const stance = fc.record({
    inbound: fc.constantFrom("open", "blocked", "unknown"),
    outbound: fc.constantFrom("open", "blocked", "unknown"),
    limited: fc.boolean(),
    basis: fc.constantFrom("list", "probe", "peers", "position"),
    match: fc.constantFrom("exact", "digest", "parent", "pattern"),
  });
  const fact = fc.oneof(
    stance.map((value) => known(value as Stance, source)),
    fc.constantFrom(...GAPS).map((why) => gap(why)),
  );
  const told = (one: Fact<Stance>) => one.known && one.value.basis === "list" && one.value.match !== "pattern";

  test("a cause rests on a list, a way that is blocked too, and a gap is said only where nothing else is", () => {
    fc.assert(
      fc.property(fact, fact, fc.boolean(), (onNew, onOld, locked) => {
        const verdict = publicVerdict(server(onNew, onOld), locked);
        if (verdict.reach === "blocked" || verdict.reach === "works") expect(told(onNew)).toBe(true);
        if (verdict.cause) expect(told(verdict.reach === "blocked" ? onNew : onOld)).toBe(true);
        if (verdict.gap) expect(verdict.cause).toBeUndefined();
        expect(verdict.certainty === undefined).toBe(verdict.cause === undefined);
      }),
    );
  });
});
