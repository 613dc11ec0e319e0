import { describe, expect, it } from "vitest";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { gap, known, NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { mustKeepAway, namesPeople, proofIn } from "./proof.ts";

const source = { kind: "network", at: "2026-11-20T12:00:00Z" } as const;
const URI = "https://old.example/users/alice";
const settings = {
  publicUrl: "https://house.example",
  proof: "required",
  retentionDays: 30,
  plannedDays: 180,
} as const;
const side = (host: string, about: string, movedTo: string | null = null): Side => ({
  ...{ key: host, host, webHost: host, acct: `alice@${host}`, software: NOT_ASKED, list: NOT_ASKED },
  account: known({ acct: `alice@${host}`, uri: `https://${host}/users/alice`, about, movedTo }, source),
  actor: NOT_ASKED,
});
const facts = (old: Side, target: Side, mode: CheckFacts["mode"] = "moved"): CheckFacts => ({
  ...{ mode, now: source.at, old, targets: [target], before: { is: "unknown" }, movedAt: NOT_ASKED },
});
const pair = (movedTo: string | null, aliases?: string[]) => {
  const target = side("new.example", "");
  const actor = known({ uri: "https://new.example/users/alice", alsoKnownAs: aliases ?? [] }, source);
  return facts(side("old.example", "", movedTo), { ...target, actor });
};

describe("whose check it is", () => {
  const row = { id: "abc", proof: { state: "missing" } } as const;
  const link = "my move: https://house.example/check/abc";

  it.each([
    ["the link in the new account's profile", facts(side("old.example", ""), side("new.example", link)), "proven"],
    ["in the old one's it proves that one", facts(side("old.example", link), side("new.example", "")), "proven"],
    ["before a move it does", facts(side("old.example", link), side("new.example", ""), "planned"), "proven"],
    [
      "another check's link",
      facts(side("old.example", ""), side("new.example", "https://house.example/check/xyz")),
      "missing",
    ],
  ])("%s: %#", (_, given, state) => expect(proofIn(row, given, settings).state).toBe(state));

  it.each([
    ["#nobot", true],
    ["I paint. #NoHousewarming", true],
    ["(#nobot)", true],
    ["#nobots welcome", true],
    ["nobot", false],
    ["", false],
  ])("%j asks tools to keep away: %s", (about, asks) => {
    const missing = { state: "missing" } as const;
    expect(mustKeepAway(facts(side("old.example", about), side("new.example", "")), missing)).toBe(asks);
    expect(mustKeepAway(facts(side("old.example", ""), side("new.example", about)), missing)).toBe(asks);
  });

  const asking = (who: "old" | "new", movedTo: string | null = null) =>
    facts(
      side("old.example", who === "old" ? "#nobot" : "", movedTo),
      side("new.example", who === "new" ? "#nobot" : ""),
    );
  const [none, ofNew, ofOld] = [{ state: "missing" }, { state: "proven" }, { state: "proven", old: true }] as const;
  it.each([
    ["the old account asks, and nothing is proven", asking("old"), none, true],
    [
      "the same, and it points to the new one: anybody may have begun the check",
      asking("old", "alice@new.example"),
      none,
      true,
    ],
    ["the same, and no proof is asked for", asking("old", "alice@new.example"), { state: "off" } as const, true],
    ["the old one asks, and a new one is proven that may be anybody's", asking("old"), ofNew, true],
    ["the old one asks, and points to the one that is proven", asking("old", "alice@new.example"), ofNew, false],
    ["the old one asks, and points elsewhere", asking("old", "alice@third.example"), ofNew, true],
    ["the old one asks, and is proven", asking("old"), ofOld, false],
    ["the new one asks, and nothing is proven", asking("new"), none, true],
    ["the new one asks, and is proven", asking("new"), ofNew, false],
  ])("keeps away where %s: %#", (_, given, proof, away) => expect(mustKeepAway(given, proof)).toBe(away));

  it("remembers that it was the old account", () => {
    const [old, target] = [side("old.example", link), side("new.example", link)];
    expect(proofIn(row, facts(old, target), settings)).toEqual({ state: "proven", old: true });
    expect(proofIn(row, facts(side("old.example", ""), target), settings)).toEqual({ state: "proven" });
  });

  const silent = (...aliases: string[]) => {
    const { old, ...given } = pair(null, aliases);
    return { ...given, old: { ...old, account: gap("unreachable"), actor: gap("unreachable") } };
  };
  const missing = { state: "missing" } as const;
  const proven = { state: "proven" } as const;
  const plan = facts(side("old.example", ""), side("new.example", ""), "planned");
  it.each([
    ["the old account points to the new one", pair("alice@new.example"), missing, true],
    ["anybody may name a stranger's account as their former one", pair(null, [URI]), missing, false],
    ["the new one names the old one, and is proven", pair(null, [URI]), proven, true],
    ["the new one names the old one, and no proof is asked for", pair(null, [URI]), { state: "off" } as const, true],
    ["the old server is silent, and the new one names the account", silent(URI), proven, true],
    ["the same by another form of address", silent("https://old.example/@Alice"), proven, true],
    ["the same, and nothing is proven", silent(URI), missing, false],
    ["the old server is silent, and the new one names another account of it", silent(`${URI}s`), proven, false],
    ["or one of the same name elsewhere", silent("https://old.example.net/users/alice"), proven, false],
    ["or by a number, which could be anybody's", silent("https://old.example/ap/users/117"), proven, false],
    ["the old server answers, with another address", pair(null, ["https://old.example/@alice"]), proven, false],
    ["neither knows the other", pair(null), missing, false],
    ["neither knows the other, and the new one is proven", pair(null), proven, false],
    ["neither knows the other, and the old one is proven", pair(null), { ...proven, old: true } as const, true],
    ["the old one points elsewhere", pair("alice@third.example"), missing, false],
    ["a plan about anybody's account", plan, missing, false],
    ["a plan of the account's owner", plan, { ...proven, old: true } as const, true],
    ["nothing is known yet", null, proven, false],
  ])("names followers where %s: %#", (_, given, proof, named) =>
    expect(namesPeople({ facts: given, proof })).toBe(named),
  );
});
