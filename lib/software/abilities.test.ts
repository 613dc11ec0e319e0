import { describe, expect, it } from "vitest";
import { gap } from "#lib/domain/evidence/fact.ts";
import { abilityFrom, abilityOf, canBeTarget, canSendMove, publishesMovedTo } from "./abilities.ts";
import { compareVersions } from "./version.ts";

const of = (name: string, version: string) => {
  const { onMove, needsMovedTo, keepsOldFollow, certainty } = abilityOf({ name, version });
  return [onMove, needsMovedTo && "by movedTo", keepsOldFollow && "keeps", certainty].filter(Boolean).join(" ");
};

describe("what a software does with a Move", () => {
  it.each([
    ["mastodon", "4.6.5", "carries-out proven"],
    ["mastodon", "4.6.4+glitch", "carries-out proven"],
    ["mastodon", "3.5.3", "carries-out likely"],
    ["Mastodon", "4.2.0", "carries-out proven"],
    ["misskey", "2024.10.1-taiyme.0", "carries-out by movedTo keeps proven"],
    ["misskey", "2025.4.1", "carries-out by movedTo keeps likely"],
    ["misskey", "13.11.3", "ignores likely"],
    ["misskey", "12.119.0", "ignores likely"],
    ["sharkey", "2025.4.3", "carries-out by movedTo keeps likely"],
    ["firefish", "1.0.5-rc", "carries-out by movedTo keeps likely"],
    ["akkoma", "3.16.0-0-gabc", "carries-out proven"],
    ["akkoma", "3.0.0", "carries-out likely"],
    ["pleroma", "2.2.50", "carries-out likely"],
    ["pleroma", "1.1.0", "ignores likely"],
    ["gotosocial", "0.20.0-57cb4fe7", "carries-out proven"],
    ["gotosocial", "0.14.2", "ignores likely"],
    ["Iceshrimp.NET", "2024.1-beta5", "carries-out proven"],
    ["pixelfed", "0.12.5", "carries-out by movedTo likely"],
    ["pixelfed", "0.11.13", "ignores likely"],
    ["friendica", "2024.08-1571", "carries-out keeps proven"],
    ["hollo", "0.6.20", "carries-out keeps proven"],
    ["snac", "2.75", "carries-out likely"],
    ["bookwyrm", "0.8.1", "notifies likely"],
    ["takahe", "0.11.0", "ignores likely"],
    ["lemmy", "0.19.19", "ignores proven"],
    ["calckey", "13.1.4.1", "carries-out by movedTo keeps likely"],
    ["iceshrimp", "2023.12.9", "carries-out by movedTo keeps likely"],
    ["catodon", "23.12-dev", "carries-out by movedTo keeps likely"],
    ["cherrypick", "4.15.1", "carries-out by movedTo keeps likely"],
    ["rebased", "2.7.0", "carries-out likely"],
    ["mitra", "4.3.0", "carries-out likely"],
    ["wordpress", "6.7", "ignores by movedTo likely"],
    ["piefed", "1.2.0", "ignores likely"],
    ["mbin", "1.10.1", "ignores likely"],
    ["peertube", "7.0.0", "ignores likely"],
    ["nodebb", "4.5.0", "ignores likely"],
    ["owncast", "0.2.3", "ignores likely"],
    ["threads", "1.0", "ignores likely"],
    ["bridgy-fed", "1", "inside keeps likely"],
    ["foundkey", "13.0.0", "unknown likely"],
    ["soapbox", "2.7.0", "carries-out likely"],
    ["glitch-soc", "4.5.0", "carries-out proven"],
    ["hubzilla", "10.2", "unknown likely"],
    ["ghost", "0.1.0", "unknown likely"],
    ["unheard.of", "0.1", "unknown likely"],
    ["constructor", "1", "unknown likely"],
    ["misskey", "", "unknown likely"],
    ["takahe", "", "ignores likely"],
  ])("%s %s: %s", (name, version, expected) => {
    expect(of(name, version)).toBe(expected);
  });

  it.each([
    ["mastodon", "4.6.5", [true, true, true]],
    ["akkoma", "3.16.0", [false, true, true]],
    ["pleroma", "2.9.1", [undefined, true, true]],
    ["friendica", "2024.08", [false, false, false]],
    ["misskey", "2024.10.1", [true, true, true]],
    ["Iceshrimp.NET", "2025.1", [undefined, true, true]],
    ["gotosocial", "0.20.0", [true, true, true]],
    ["pixelfed", "0.12.5", [true, true, true]],
    ["hollo", "0.10.0", [undefined, true, true]],
    ["wordpress", "6.7", [undefined, true, true]],
    ["bookwyrm", "0.8.1", [true, true, true]],
    ["mitra", "4.3.0", [undefined, true, true]],
    ["takahe", "0.11.0", [undefined, false, false]],
    ["piefed", "1.2.0", [undefined, false, false]],
    ["peertube", "7.0.0", [undefined, false, false]],
    ["nodebb", "4.5.0", [undefined, false, false]],
    ["threads", "1.0", [undefined, false, false]],
    ["ghost", "0.1.0", [undefined, false, true]],
    ["unheard.of", "1", [undefined, undefined, undefined]],
  ])("%s %s publishes movedTo, sends, receives: %j", (name, version, expected) => {
    const software = { name, version };
    expect([publishesMovedTo(software), canSendMove(software), canBeTarget(software)]).toEqual(expected);
  });

  it("is a fact with NodeInfo's source, or its gap", () => {
    const source = { kind: "network", at: "2026-11-20T12:00:00.000Z" } as const;
    const nodeinfo = { known: true, value: { software: { name: "hollo", version: "0.10.0" } }, source } as const;
    expect(abilityFrom(nodeinfo)).toMatchObject({ known: true, source, value: { keepsOldFollow: true } });
    expect(abilityFrom(gap("unreachable", source))).toEqual(gap("unreachable", source));
  });
});

describe("compareVersions", () => {
  it.each([
    ["4.6.5", "4.6.10", -1],
    ["v4.2", "4.2.0", 0],
    ["2024.10.1", "2024.9.3", 1],
    ["", "0.1", -1],
    ["nightly", "", 0],
  ])("%s against %s", (one, other, expected) => {
    expect(compareVersions(one, other)).toBe(expected);
  });
});
