import { describe, expect, it } from "vitest";
import { type BlockList, stanceOn } from "#lib/domain/blocks/block-match.ts";
import { mastodonMask } from "#lib/software/mastodon.ts";
import { namedHost, withoutNames } from "./named-host.ts";

describe("namedHost", () => {
  it("holds both names and what is above them, with digests", () => {
    const { names } = namedHost("old.example", "web.old.example");
    expect(names.map(({ name, own, of }) => [name, own, of?.join(" ")])).toEqual([
      ["old.example", true, "handle actor"],
      ["web.old.example", true, "actor"],
      ["example", false, "handle actor"],
    ]);
    expect(names[0]?.digest).toBe("740873d9d32d4731fa0b5e10ef44a23771a4834abbd0e62e62c771776c6e4831");
  });
});

describe("withoutNames", () => {
  const list: BlockList = {
    rule: "mastodon",
    whole: true,
    rows: [
      { domain: "old.example", effect: "block", harm: true },
      { domain: mastodonMask("far.example"), effect: "limit" },
    ],
    allowed: [{ domain: "old.example", effect: "block" }],
  };

  it("keeps no clear name, and whether a row is there because of harm", () => {
    expect(JSON.stringify(withoutNames(list))).not.toContain("old.example");
    expect(stanceOn(withoutNames(list), namedHost("old.example"))).toMatchObject({ harm: true });
  });

  const leading: BlockList = {
    rule: "pleroma",
    whole: true,
    rows: ["*.old.example", "*.net", "*.b*d.example"].map((domain) => ({ domain, effect: "block" })),
  };

  it("hides the name behind a leading star, where the star counts", () => {
    expect(JSON.stringify(withoutNames(leading))).not.toContain("old.example");
    expect(withoutNames(leading).rows.map(({ domain }) => domain)).toEqual([undefined, "*.net", "*.b*d.example"]);
    const literal: BlockList = { ...leading, rule: "mastodon" };
    expect(stanceOn(withoutNames(literal), namedHost("a.old.example"))).toMatchObject({ inbound: "open" });
  });

  it("spends no time on a row that is too long to be a name, and keeps nothing of it", () => {
    const rows = ["*.", "*.a.", "a.", "["].map((piece) => ({
      domain: piece.repeat(450_000),
      effect: "block" as const,
    }));
    const begun = process.cpuUsage().user;
    const kept = withoutNames({ ...leading, rows, allowed: rows });
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(500);
    expect(JSON.stringify(kept).length).toBeLessThan(2_000);
    expect(stanceOn(kept, namedHost("old.example"))).toMatchObject({ allowList: true });
  });

  it.each(["old.example", "a.old.example", "sold.example", "far.net", "example"])(
    "and still says of %s what it said",
    (host) => {
      expect(stanceOn(withoutNames(leading), namedHost(host))).toEqual(stanceOn(leading, namedHost(host)));
    },
  );

  it.each(["old.example", "sub.old.example", "far.example", "new.example"])("still answers for %s", (host) => {
    const pick = ({ inbound, outbound, limited }: ReturnType<typeof stanceOn>) => ({ inbound, outbound, limited });
    const named = namedHost(host);
    expect(pick(stanceOn(withoutNames(list), named))).toEqual(pick(stanceOn(list, named)));
  });
});
