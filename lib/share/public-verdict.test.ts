import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeMove, judgeServer } from "#lib/causes/judge.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, GAPS, gap, known } from "#lib/domain/evidence/fact.ts";
import type { FederationMode } from "#lib/domain/evidence/federation-mode.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { check, NEW as SIDE, TARGET } from "#testing/sample.ts";
import type { OwnServer } from "./own-server.ts";
import { publicVerdict } from "./public-verdict.ts";

const source = { kind: "network", at: "2026-11-20T12:00:00Z" } as const;
const says = (stance: Partial<Stance>): Fact<Stance> =>
  known({ inbound: "open", outbound: "open", basis: "list", ...stance } as Stance, source);
const OPEN = says({});
const NEW = { acct: "alice@new.example", host: "new.example", webHost: "new.example" };
const BLOCK = { inbound: "blocked", outbound: "blocked", match: "exact" } as const;
const server = (onNew: Fact<Stance>, onOld: Fact<Stance> = OPEN, name = "mastodon"): OwnServer => ({
  software: known({ name, version: "4.6.5" }, source),
  onOld,
  onNew,
  atNew: gap("hidden-by-server"),
  metByNew: known(true, source),
  softwareOfNew: known({ name: "mastodon", version: "4.6.5" }, source),
});
const UNMET: Fact<boolean> = known(false, source);
const atNew = (fact: Fact<Stance>, more: Partial<OwnServer> = {}): OwnServer => ({
  ...server(OPEN),
  ...more,
  atNew: fact,
});

describe("a visitor on the new server itself", () => {
  const on = (locked: boolean, host: string) => publicVerdict(server(OPEN), { ...NEW, locked }, host).reach;

  test("follows by hand, and waits as everybody does where the account is locked", () => {
    expect([on(true, NEW.host), on(true, "far.example")]).toEqual(["waits", "waits"]);
    expect([on(false, NEW.host), on(false, "far.example")]).toEqual(["works", "works"]);
  });
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
      server(says({ outbound: "blocked", match: "exact" }), OPEN, "misskey"),
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
    expect(publicVerdict(given, NEW)).toMatchObject(expected);
  });
});

describe("from what the mover's new server publishes about it", () => {
  test.each<[string, OwnServer, object]>([
    ["an exact row", atNew(says(BLOCK)), { reach: "blocked", atNew: "blocked" }],
    ["a list of chosen servers", atNew(says({ ...BLOCK, allowList: true })), { reach: "blocked", atNew: "not-chosen" }],
    ["a row for a limit", atNew(says({ limited: true, match: "exact" })), { reach: "waits", atNew: "limited" }],
    [
      "a masked name that may be another's",
      atNew(says({ ...BLOCK, match: "pattern" }), { metByNew: UNMET }),
      { reach: "unknown" },
    ],
    ["a masked name beside a name that it has met", atNew(says({ ...BLOCK, match: "pattern" })), { reach: "works" }],
    [
      "a row of a parent, with exceptions nobody sees",
      atNew(says({ ...BLOCK, match: "parent" })),
      { reach: "blocked", atNew: "blocked" },
    ],
    ["no row", atNew(OPEN), { reach: "works" }],
    ["a hidden list, and a name that it has met", atNew(gap("hidden-by-server")), { reach: "works" }],
    ["a hidden list alone", atNew(gap("hidden-by-server"), { metByNew: UNMET }), { reach: "unknown" }],
    [
      "a row, while the visitor's server hides its own",
      { ...server(gap("needs-login")), atNew: says(BLOCK) },
      { reach: "blocked", atNew: "blocked" },
    ],
  ])("%s", (_, given, expected) => {
    const verdict = publicVerdict(given, NEW);
    expect(verdict).toMatchObject(expected);
    expect(verdict).not.toHaveProperty("cause");
    if (!("atNew" in expected)) expect(verdict).not.toHaveProperty("atNew");
  });

  test("the visitor's own server comes first", () => {
    expect(publicVerdict(atNew(says(BLOCK), { onNew: says(BLOCK) }), NEW)).toEqual({
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
  /** The page says then that the server publishes whom it blocks, and that the new one is not among them. */
  const saysOpen = (one: Fact<Stance>) => one.known && one.value.basis === "list" && one.value.inbound === "open";

  const restsOn = (reach: string) => ({ blocked: told, works: saysOpen })[reach] ?? (() => true);

  test("a cause rests on a list, a way that is blocked too, and a gap is said only where nothing else is", () => {
    fc.assert(
      fc.property(fact, fact, fc.boolean(), (onNew, onOld, locked) => {
        const verdict = publicVerdict(server(onNew, onOld), { ...NEW, locked });
        expect(restsOn(verdict.reach)(onNew)).toBe(true);
        if (verdict.cause) expect(told(verdict.reach === "blocked" ? onNew : onOld)).toBe(true);
        if (verdict.gap) expect(verdict.cause).toBeUndefined();
        expect(verdict.certainty === undefined).toBe(verdict.cause === undefined);
      }),
    );
  });
});

describe("the answer to whether following works is the one that a check has", () => {
  const pass = fc.constantFrom("open" as const, "blocked" as const, "unknown" as const);
  const stance = fc
    .record({
      ...{ inbound: pass, outbound: pass, limited: fc.boolean(), allowList: fc.boolean(), parentProves: fc.boolean() },
      match: fc.constantFrom("exact" as const, "digest" as const, "parent" as const, "pattern" as const),
    })
    .map((value): Stance => ({ ...value, basis: "list" }));
  const fact = fc.oneof(
    { weight: 3, arbitrary: stance.map((value): Fact<Stance> => known(value, source)) },
    fc.constantFrom(...GAPS).map((why): Fact<Stance> => gap(why)),
  );
  const name = fc.constantFrom("mastodon", "gotosocial", "misskey", "akkoma", "takahe", "unheard-of");
  const peer = fc.constantFrom(known(true, source), UNMET, gap("hidden-by-server"), gap("not-offered"));

  const allow = fc.constantFrom(known(true, source), known(false, source), gap("hidden-by-server"));
  const federation = fc.constantFrom("all" as const, "specified" as const, "none" as const);
  const mode: fc.Arbitrary<Fact<FederationMode>> = fc.oneof(
    federation.map((one) => known({ federation: one, limitedFederation: one !== "all" }, source)),
    fc.constantFrom(known({}, source), gap("unreachable")),
  );
  const published = fc.record({
    ...{ onNew: fact, atNew: fact, software: name, softwareOfNew: name, metByNew: peer, locked: fc.boolean() },
    ...{ allowsNew: allow, allowedByNew: allow, mode, modeOfNew: mode, host: fc.constantFrom("far.example", NEW.host) },
  });

  test("for the same server and the same public facts, allows and whom each talks to among them", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(published, ({ onNew, software, locked, host, ...rest }) => {
        const softwareOfNew = known({ name: rest.softwareOfNew, version: "4.6.5" }, source);
        const found: OwnServer = { ...server(onNew, OPEN, software), ...rest, softwareOfNew };
        const account = known({ acct: NEW.acct, locked }, source);
        const unread = { list: gap("not-asked"), limitedFederation: gap("not-asked") };
        const { federation: whom, limitedFederation: some } = rest.modeOfNew.known ? rest.modeOfNew.value : {};
        const target: Side = {
          ...{ ...SIDE, software: softwareOfNew, account, ...unread },
          ...(whom ? { federation: known(whom, source) } : {}),
          ...(some === undefined ? {} : { limitedFederation: known(some, source) }),
        };
        const facts: CheckFacts = check({ targets: [target] });
        const ofServer: ServerFacts = {
          ...{ host, nodeinfo: known({ software: { name: software, version: "4.6.5" } }, source) },
          ...{ onOld: {}, byOld: {}, instance: rest.mode },
          onTarget: { [TARGET]: { list: onNew, allow: rest.allowsNew } },
          byTarget: { [TARGET]: { list: rest.atNew, peer: rest.metByNew, allow: rest.allowedByNew } },
        };
        const owners = judgeServer(facts, judgeMove(facts), ofServer, []).towards[TARGET]?.reach;
        const verdict = publicVerdict(found, { ...NEW, locked }, host);
        expect(verdict.reach).toBe(owners);
        expect(verdict.by === "itself").toBe(verdict.reach === "works" && host === NEW.host);
        seen.add(verdict.reach);
      }),
      { numRuns: 3_000 },
    );
    expect([...seen].sort()).toEqual(["blocked", "unknown", "waits", "works"]);
  });
});
