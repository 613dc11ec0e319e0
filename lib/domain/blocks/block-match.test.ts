import { array, assert, boolean, constantFrom, property, record, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { akkomaMask } from "#lib/software/akkoma.ts";
import { gotosocialMask } from "#lib/software/gotosocial.ts";
import { mastodonMask } from "#lib/software/mastodon.ts";
import { MATCH_RULES, type MatchRuleId } from "#lib/software/match-rules.ts";
import type { Stance } from "../evidence/stance.ts";
import { withParents } from "../names/host.ts";
import { type BlockList, type BlockRow, limitsSome, type NamedHost, stanceOn } from "./block-match.ts";
import { matchesGlob } from "./glob.ts";

/** Digests are only compared, so a stand-in that differs for every name will do. */
const digest = (name: string) => `sha-${name}`;
const named = (host: string, webHost = host): NamedHost => ({
  host,
  names: [...new Set([host, webHost, ...withParents(host), ...withParents(webHost)])].map((name) => ({
    name,
    digest: digest(name),
    own: name === host || name === webHost,
    of: [
      ...(withParents(host).includes(name) ? (["handle"] as const) : []),
      ...(withParents(webHost).includes(name) ? (["actor"] as const) : []),
    ],
  })),
});
const list = (rule: MatchRuleId, rows: readonly (string | Partial<BlockRow>)[], more: Partial<BlockList> = {}) => ({
  rule,
  whole: true,
  rows: rows.map((row): BlockRow => ({ effect: "block", ...(typeof row === "string" ? { domain: row } : row) })),
  ...more,
});
const said = (of: BlockList, host: NamedHost) => {
  const { inbound, outbound, limited, match, parentProves, rarely } = stanceOn(of, host);
  const flags = [limited && "limited", match, parentProves && "proves", rarely && "rarely"].filter(Boolean);
  return [inbound, outbound, ...flags].join(" ");
};
const OLD = named("old.example");
const BELOW = named("sub.old.example");
/** People are `name@old.example`, their actors live at `social.elsewhere.test`. */
const SPLIT = named("old.example", "social.elsewhere.test");

describe("which row means a host", () => {
  it.each<[MatchRuleId, string, NamedHost, string]>([
    ["mastodon", "old.example", OLD, "blocked blocked exact"],
    ["mastodon", "OLD.example", OLD, "blocked blocked exact"],
    ["mastodon", "old.example", BELOW, "blocked blocked parent"],
    ["mastodon", "*.old.example", OLD, "open open"],
    ["mastodon", "*.old.example", BELOW, "open open"],
    ["mastodon", "bold.example", OLD, "open open"],
    ["mastodon", "old.example", named("bold.example"), "open open"],
    ["mastodon", "old.example", named("old.example.test"), "open open"],
    ["mastodon", "web.old.example", named("old.example", "web.old.example"), "blocked blocked exact"],
    ["akkoma", "old.example", OLD, "blocked blocked exact"],
    ["akkoma", "old.example", BELOW, "blocked blocked parent proves"],
    ["akkoma", "*.old.example", OLD, "blocked blocked parent proves"],
    ["akkoma", "*.old.example", BELOW, "blocked blocked parent proves"],
    ["akkoma", "old.*", OLD, "blocked blocked parent proves"],
    ["akkoma", "old.*", named("sub.old.test"), "blocked blocked parent proves"],
    ["akkoma", "old.*", named("bold.example"), "open open"],
    ["pleroma", "old.example", OLD, "blocked blocked exact"],
    ["pleroma", "old.example", BELOW, "open open"],
    ["pleroma", "*.old.example", OLD, "blocked blocked parent proves"],
    ["pleroma", "*.old.example", BELOW, "blocked blocked parent proves"],
    ["pleroma", "*.old.example", named("bold.example"), "open open"],
    ["pleroma", "old.*", OLD, "open open"],
    ["misskey", "old.example", BELOW, "blocked blocked parent proves"],
    ["gotosocial", "old.example", BELOW, "blocked blocked parent proves"],
    ["gotosocial", "münchen.example", named("xn--mnchen-3ya.example"), "blocked blocked exact"],
    ["friendica", "*.old.example", OLD, "open open"],
    ["friendica", "*.old.example", BELOW, "blocked blocked parent proves"],
    ["friendica", "old.example", BELOW, "open open"],
    ["friendica", "ol?.example", OLD, "blocked blocked parent proves"],
    ["friendica", "*old*", OLD, "blocked blocked parent proves"],
    ["lemmy", "old.example", OLD, "blocked blocked exact"],
    ["lemmy", "old.example", BELOW, "open open"],
    ["piefed", "old.example", BELOW, "open open"],
    ["mbin", "www.old.example", OLD, "blocked blocked exact"],
    ["mbin", "old.example", named("www.old.example"), "blocked blocked exact"],
    ["peertube", "old.example", BELOW, "open open"],
  ])("%s: %s", (rule, domain, host, expected) => {
    expect(said(list(rule, [domain]), host)).toBe(expected);
  });
});

describe("which of two names a row is compared with", () => {
  it.each<[MatchRuleId, string, string]>([
    ["mastodon", "old.example", "blocked blocked exact"],
    ["mastodon", "social.elsewhere.test", "blocked blocked exact"],
    ["mastodon", "elsewhere.test", "blocked blocked parent"],
    ["mastodon", "test", "blocked blocked parent"],
    ["gotosocial", "social.elsewhere.test", "blocked blocked exact"],
    ["gotosocial", "old.example", "blocked blocked exact rarely"],
    ["akkoma", "social.elsewhere.test", "blocked blocked exact"],
    ["akkoma", "old.example", "open open"],
    ["akkoma", "*.old.example", "open open"],
    ["pleroma", "old.example", "open open"],
    ["misskey", "old.example", "open open"],
    ["misskey", "elsewhere.test", "blocked blocked parent proves"],
    ["misskey", "example", "open open"],
    ["friendica", "old.*", "open open"],
    ["friendica", "social.*", "blocked blocked parent proves"],
    ["lemmy", "old.example", "blocked blocked exact"],
  ])("%s: %s", (rule, domain, expected) => {
    expect(said(list(rule, [domain]), SPLIT)).toBe(expected);
  });

  it("lets a row for one name decide nothing about the other", () => {
    const rows = ["elsewhere.test", { domain: "old.example", effect: "limit" as const }];
    expect(said(list("mastodon", rows), SPLIT)).toBe("blocked blocked limited parent");
  });

  it.each<[MatchRuleId, readonly string[], Stance["allowList"]]>([
    ["mastodon", ["old.example"], true],
    ["mastodon", ["social.elsewhere.test"], true],
    ["mastodon", ["old.example", "social.elsewhere.test"], undefined],
    ["akkoma", ["old.example"], true],
    ["akkoma", ["social.elsewhere.test"], undefined],
  ])("%s allows %j", (rule, allowed, left) => {
    const rows = allowed.map((domain) => ({ domain, effect: "block" as const }));
    expect(stanceOn(list(rule, [], { allowed: rows }), SPLIT).allowList).toBe(left);
  });
});

describe("rows for a whole ending", () => {
  it.each<[MatchRuleId, string]>([
    ["mastodon", "blocked blocked parent"],
    ["akkoma", "blocked blocked parent proves"],
    ["misskey", "blocked blocked parent proves"],
    ["pleroma", "open open"],
    ["lemmy", "open open"],
  ])("%s", (rule, expected) => {
    expect(said(list(rule, ["example"]), OLD)).toBe(expected);
  });
});

describe("digests", () => {
  it.each<[string, Partial<BlockRow>, NamedHost, string]>([
    ["the name", { domain: "old.example", digest: digest("old.example") }, OLD, "blocked blocked digest"],
    ["the masked name", { domain: "ol****.***ple", digest: digest("old.example") }, OLD, "blocked blocked digest"],
    ["a parent", { domain: "old.example", digest: digest("old.example") }, BELOW, "blocked blocked parent"],
    [
      "stars that fit, digest that does not",
      { domain: mastodonMask("old.example"), digest: digest("x") },
      OLD,
      "open open",
    ],
    ["a clear name with another's digest", { domain: "old.example", digest: digest("x") }, OLD, "open open"],
    ["a literal wildcard", { domain: "*.old.example", digest: digest("*.old.example") }, BELOW, "open open"],
    ["the digest alone", { digest: digest("old.example").toUpperCase() }, OLD, "blocked blocked digest"],
  ])("%s", (_, row, host, expected) => {
    expect(said(list("mastodon", [row]), host)).toBe(expected);
  });
});

describe("masked names", () => {
  it.each([
    [mastodonMask, "example.social", "exam***.***ial"],
    [mastodonMask, "threads.example", "thre***.****ple"],
    [gotosocialMask, "hollo.test", "h*ll*.**st"],
    [gotosocialMask, "very-bad-instance.example", "v*ry*b**-i**t*nc*.e*a**le"],
    [akkomaMask, "ridiculo.me", "rid*****.me"],
    [akkomaMask, "short.io", "sho**.io"],
    [akkomaMask, "abcde.io", "abc**.io"],
    [akkomaMask, "abcd.io", "ab**.io"],
    [akkomaMask, "abc.io", "ab*.io"],
    [akkomaMask, "ab.io", "a*.io"],
    [akkomaMask, "a.io", "a.*o"],
  ])("%o hides %s as %s", (mask, name, shown) => {
    expect(mask(name)).toBe(shown);
  });

  it.each<[MatchRuleId, string, NamedHost, string]>([
    ["mastodon", mastodonMask("old.example"), OLD, "blocked blocked pattern"],
    ["mastodon", mastodonMask("old.example"), BELOW, "blocked blocked pattern"],
    ["mastodon", "*ld.example", OLD, "open open"],
    ["mastodon", "old.*******", OLD, "open open"],
    ["gotosocial", gotosocialMask("old.example"), OLD, "blocked blocked pattern"],
    ["gotosocial", mastodonMask("old.example"), OLD, "open open"],
    ["gotosocial", gotosocialMask("münchen.example"), named("xn--mnchen-3ya.example"), "blocked blocked pattern"],
    ["akkoma", akkomaMask("old.example"), OLD, "blocked blocked pattern"],
    ["akkoma", akkomaMask("*.old.example"), OLD, "blocked blocked pattern"],
    ["lemmy", mastodonMask("old.example"), OLD, "open open"],
    ["mastodon", mastodonMask("abc.example"), OLD, "open open"],
  ])("%s: %s", (rule, domain, host, expected) => {
    expect(said(list(rule, [domain]), host)).toBe(expected);
  });

  it("stands back behind a row with the name in clear", () => {
    const rows = [{ domain: mastodonMask("old.example") }, { domain: "old.example", effect: "limit" as const }];
    expect(said(list("mastodon", rows), OLD)).toBe("open open limited exact");
  });

  it("stays possible beside a limit that only a parent has", () => {
    const rows = [{ domain: mastodonMask("sub.old.example") }, { domain: "old.example", effect: "limit" as const }];
    expect(said(list("mastodon", rows), BELOW)).toBe("blocked blocked limited pattern");
  });
});

describe("several rows", () => {
  it.each<[string, BlockList, NamedHost, string]>([
    [
      "on Mastodon the longest decides",
      list("mastodon", ["old.example", { domain: "sub.old.example", effect: "limit" }]),
      BELOW,
      "open open limited exact",
    ],
    [
      "on Mastodon the longest parent decides",
      list("mastodon", ["old.example", { domain: "b.old.example", effect: "limit" }]),
      named("a.b.old.example"),
      "open open limited parent",
    ],
    [
      "elsewhere any row counts",
      list("akkoma", ["old.example", { domain: "sub.old.example", effect: "limit" }]),
      BELOW,
      "blocked blocked limited parent proves",
    ],
    ["a stop is outbound", list("akkoma", [{ domain: "old.example", effect: "stop" }]), OLD, "open blocked exact"],
    [
      "a block outweighs a stop",
      list("akkoma", [{ domain: "old.example", effect: "stop" }, "*.old.example"]),
      OLD,
      "blocked blocked parent proves",
    ],
    [
      "a limit blocks nothing",
      list("mastodon", [{ domain: "old.example", effect: "limit" }]),
      OLD,
      "open open limited exact",
    ],
    ["nothing on a whole list", list("akkoma", ["far.example"]), OLD, "open open"],
    ["nothing on a list with rows left out", list("akkoma", ["far.example"], { whole: false }), OLD, "unknown unknown"],
    [
      "a stop on a list with rows left out",
      list("akkoma", [{ domain: "old.example", effect: "stop" }], { whole: false }),
      OLD,
      "unknown blocked exact",
    ],
    ["an empty list of allowed servers", list("akkoma", [], { allowed: [] }), OLD, "open open"],
  ])("%s", (_, of, host, expected) => {
    expect(said(of, host)).toBe(expected);
  });

  it.each<[MatchRuleId, NamedHost, Stance["allowList"]]>([
    ["akkoma", OLD, undefined],
    ["akkoma", BELOW, undefined],
    ["akkoma", named("far.example"), true],
    ["pleroma", BELOW, true],
    ["mastodon", BELOW, true],
    ["mastodon", OLD, undefined],
    ["lemmy", named("x.example", "old.example"), undefined],
  ])("%s allows old.example alone", (rule, host, left) => {
    const stance = stanceOn(list(rule, [], { allowed: [{ domain: "old.example", effect: "block" }] }), host);
    const pass = left ? "blocked" : "open";
    expect([stance.allowList, stance.inbound, stance.outbound]).toEqual([left, pass, pass]);
  });

  it("carries the published line, and whether its reason is harm", () => {
    const stance = stanceOn(list("mastodon", [{ domain: "old.example", harm: true }]), BELOW);
    expect([stance.entry, stance.harm]).toEqual(["old.example", true]);
    expect(stanceOn(list("mastodon", [{ domain: "old.example" }]), BELOW)).not.toHaveProperty("harm");
    expect(stanceOn(list("mastodon", [{ domain: "elf.example", harm: true }]), BELOW)).not.toHaveProperty("harm");
    expect(stanceOn(list("mastodon", [{ digest: digest("old.example") }]), BELOW).entry).toBe("old.example");
  });

  it("wastes no time on rows longer than any name", () => {
    const started = performance.now();
    expect(said(list("friendica", ["[".repeat(1_000_000), "*".repeat(1_000_000)]), OLD)).toBe("open open");
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("knows whether anybody is limited", () => {
    expect(limitsSome(list("mastodon", ["a.example"]))).toBe(false);
    expect(limitsSome(list("mastodon", ["a.example", { domain: "b.example", effect: "limit" }]))).toBe(true);
  });
});
describe("for every list", () => {
  const label = stringMatching(/^[a-z]{1,6}$/);
  const host = array(label, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, "example"].join("."));
  const rule = constantFrom(...(Object.keys(MATCH_RULES) as MatchRuleId[]));
  const masks = [mastodonMask, gotosocialMask, akkomaMask];

  it("a name that is not on it never matches above possible", async () => {
    const rows = array(record({ name: host, way: constantFrom(0, 1, 2, 3, 4), hashed: boolean() }), { maxLength: 8 });
    await assert(
      property(rule, host, rows, (ruleId, wanted, published) => {
        const elsewhere = published.filter(({ name }) => !`.${wanted}`.endsWith(`.${name}`));
        const made = elsewhere.map(({ name, way, hashed }) => ({
          // Friendica means its stars: there a masked name is a pattern that blocks.
          domain: (ruleId === "friendica" ? undefined : masks[way]?.(name)) ?? name,
          ...(hashed ? { digest: digest(name) } : {}),
        }));
        const match = stanceOn(list(ruleId, made), named(wanted)).match;
        expect([undefined, "pattern"]).toContain(match);
      }),
      { numRuns: 1500 },
    );
  });

  it("a row with a digest is never decided by its stars", async () => {
    await assert(
      property(rule, host, constantFrom(...masks), (ruleId, name, mask) => {
        const other = { domain: mask(name), digest: digest("somebody.else.example") };
        expect(stanceOn(list(ruleId, [other]), named(name)).match).toBeUndefined();
        const same = { domain: mask("somebody.else.example"), digest: digest(name) };
        expect(stanceOn(list(ruleId, [same]), named(name)).match).toBe("digest");
      }),
    );
  });

  it("the order of its rows does not matter", async () => {
    const effects = constantFrom("block", "stop", "limit");
    const rows = array(
      record({ domain: constantFrom("old.example", "sub.old.example", "*.old.example"), effect: effects }),
    );
    await assert(
      property(rule, rows, (ruleId, published) => {
        const [one, other] = [published, [...published].reverse()].map((of) => said(list(ruleId, of), BELOW));
        expect(one).toBe(other);
      }),
    );
  });
});

describe("matchesGlob", () => {
  it.each([
    ["*", "old.example", true],
    ["*.example", "old.example", true],
    ["old.*", "old.example", true],
    ["*old*example", "very.old.example", true],
    ["[mno]ld.example", "old.example", true],
    ["[!o]ld.example", "old.example", false],
    ["[a-o]ld.example", "old.example", true],
    ["[o-z]ld.example", "old.example", true],
    ["[p-z]ld.example", "old.example", false],
    ["old.exampl", "old.example", false],
    ["old.example?", "old.example", false],
    ["[", "[", true],
    ["", "", true],
  ])("%s against %s: %s", (pattern, name, expected) => {
    expect(matchesGlob(pattern, name)).toBe(expected);
  });

  it("takes no time over patterns made to cost some", () => {
    const started = performance.now();
    expect(matchesGlob(`${"*a".repeat(500)}b`, "a".repeat(2000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
