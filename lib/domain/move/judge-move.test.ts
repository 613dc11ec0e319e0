// biome-ignore-all format: one row of the table is one line.
import { describe, expect, it } from "vitest";
import { BLOCKED, check, is, MASKED, NEW, NOW, not, OLD, OPEN, PARENT, whole } from "#testing/sample.ts";
import type { MoveVerdict } from "../diagnosis/verdict.ts";
import { gap } from "../evidence/fact.ts";
import type { Side } from "../evidence/side.ts";
import { judgeMove } from "./judge-move.ts";
import { NOBODY_YET, type Tally } from "./tally.ts";

const URI = "https://old.example/users/alice";
const account = (side: Side) => (side.account.known ? side.account.value : { acct: "" });
const actor = (side: Side) => (side.actor.known ? side.actor.value : { uri: "" });
const oldWith = (change: Partial<Side>): { old: Side } => ({ old: { ...OLD, ...change } });
const newWith = (change: Partial<Side>): { targets: Side[] } => ({ targets: [{ ...NEW, ...change }] });
const pointsTo = (movedTo: string | null | undefined): { old: Side } =>
  oldWith({
    account: is({ acct: "alice@old.example", uri: URI, ...(movedTo === undefined ? {} : { movedTo }) }),
    actor: is({ uri: URI, ...(movedTo === undefined ? {} : { movedTo }) }),
  });
const judge = (change: Parameters<typeof check>[0], tally: Partial<Tally> = {}): MoveVerdict =>
  judgeMove(check(change), { "new.example": { ...NOBODY_YET, ...tally } });
const said = (verdict: MoveVerdict) => [
  verdict.state,
  ...verdict.findings.map(({ cause, certainty }) => `${cause} ${certainty}`),
];
const status = (code: number) => gap("bad-answer", { kind: "network", at: NOW, status: code });
const silent = not("unreachable");
const untried = not("unreachable", { kind: "network", at: NOW, untried: true });
const dead = { account: silent, actor: silent, list: silent, software: silent };
const own = (change: Partial<Tally["own"]>) => ({ own: { ...NOBODY_YET.own, ...change } });
const stayed = (count: number) => own({ stayed: count });
const stated = { before: { is: "stated" as const, count: 300 } };

const TABLE: readonly [story: string, change: Parameters<typeof check>[0], answer: string[], tally?: Partial<Tally>][] = [
  ["a move that was made", {}, ["done"]],
  ["no redirect", pointsTo(null), ["not-started", "move-not-started likely"]],
  ["no redirect, and all of a list from before are where they were", { ...pointsTo(null), before: { is: "snapshot" } }, ["not-started", "move-not-started proven"]],
  ["no redirect, and one of a list from before is on the new one alone", { ...pointsTo(null), before: { is: "snapshot" } }, ["not-started", "move-not-started likely"], { carried: 1 }],
  ["no redirect, and nobody could read the new list", { ...pointsTo(null), ...newWith({ list: not("unreachable") }), before: { is: "snapshot" } }, ["not-started", "move-not-started likely", "new-list-unread proven"]],
  ["a redirect to somebody else", pointsTo("alice@else.example"), ["elsewhere", "moved-elsewhere proven"]],
  ["a redirect spelled with an @ and capitals", pointsTo("@Alice@NEW.example"), ["done"]],
  ["a redirect by identifier", pointsTo("https://new.example/users/alice"), ["done"]],
  ["a redirect by an identifier nobody can compare", { ...pointsTo("https://x.example/9"), ...newWith({ account: is({ acct: "alice@new.example" }), actor: not("needs-signature") }) }, ["unclear"]],
  ["OLD's software publishes no redirect", pointsTo(undefined), ["unclear", "old-actor-silent proven"]],
  ["the API shows the redirect, the actor does not", oldWith({ actor: is({ uri: URI }) }), ["done"]],
  ["OLD's actor wants a signature, its API is shut", oldWith({ actor: not("needs-signature"), account: not("needs-login") }), ["unclear"]],
  ["OLD's actor wants a signature, its API shows no redirect either way", oldWith({ actor: not("needs-signature"), account: is({ acct: "alice@old.example" }) }), ["unclear"]],
  ["typed the wrong way round", { ...pointsTo(null), ...newWith({ account: is({ acct: "alice@new.example", movedTo: "alice@old.example" }) }) }, ["not-started", "swapped proven"]],
  ["the alias is missing", newWith({ actor: is({ ...actor(NEW), alsoKnownAs: ["https://x.example/1"] }) }), ["unclear", "alias-missing proven"]],
  ["the alias names the page, not the actor", { ...oldWith({ account: is({ ...account(OLD), url: "https://old.example/@alice" }) }), ...newWith({ actor: is({ ...actor(NEW), alsoKnownAs: ["https://old.example/@alice"] }) }) }, ["unclear", "alias-missing proven"]],
  ["the alias is withheld", newWith({ actor: not("needs-signature") }), ["done"]],
  ["the actor carries no aliases at all", newWith({ actor: is({ uri: "https://new.example/users/alice" }) }), ["done"]],
  ["OLD's identifier is unknown", { ...oldWith({ actor: not("needs-signature"), account: is({ acct: "alice@old.example", movedTo: "alice@new.example" }) }), ...newWith({ actor: is({ ...actor(NEW), alsoKnownAs: [] }) }) }, ["done"]],
  ["same-server followers stayed", {}, ["not-started", "redirect-only likely"], { ...stayed(3), arrived: 40 }],
  ["two of them stayed, others came from elsewhere", {}, ["done"], { ...stayed(2), arrived: 40 }],
  ["they stayed, and the move is two days old", { movedAt: is("2026-06-28T13:00:00Z") }, ["done", "too-early likely"], { ...stayed(9), arrived: 0 }],
  ["they stayed, and others known from before left the old list for the new one", {}, ["done"], { ...stayed(9), arrived: 40, carried: 1 }],
  ["they stayed, some came by hand, and nobody knows when", { movedAt: not("not-asked") }, ["done"], { ...stayed(9), arrived: 4 }],
  ["they stayed, nobody at all came, and nobody knows when", { movedAt: not("not-asked") }, ["unclear", "redirect-only possible"], { ...stayed(9), arrived: 0 }],
  ["no redirect any more, but people left the old list for the new one", pointsTo(null), ["done", "redirect-removed likely"], { carried: 3 }],
  ["no redirect any more, and one person who did, with one of OLD's own here", pointsTo(null), ["done", "redirect-removed likely"], { carried: 1, ...own({ arrived: 1 }) }],
  ["no redirect any more, and all of OLD's own are in the list of a new account that names OLD's", pointsTo(null), ["done", "redirect-removed likely"], own({ arrived: 3 })],
  ["no redirect, and a few of OLD's own follow the new account", pointsTo(null), ["not-started", "move-not-started likely"], own({ arrived: 2 })],
  ["no redirect, and some of OLD's own follow both", pointsTo(null), ["not-started", "move-not-started likely"], own({ arrived: 9, both: 1 })],
  ["no redirect, and some of OLD's own stayed", pointsTo(null), ["not-started", "move-not-started likely"], own({ arrived: 9, stayed: 1 })],
  ["no redirect, and a new account that names another one", { ...pointsTo(null), ...newWith({ actor: is({ ...actor(NEW), alsoKnownAs: [] }) }) }, ["not-started", "move-not-started likely"], own({ arrived: 9 })],
  ["no redirect, and two who may have done it by hand", pointsTo(null), ["not-started", "move-not-started likely"], { carried: 2 }],
  ["no redirect, and an old list that was not read to its end", { ...pointsTo(null), old: { ...pointsTo(null).old, list: is({ read: 9 }) } }, ["not-started", "move-not-started likely"], { carried: 9 }],
  ["no redirect, and the account was copied", { old: { ...pointsTo(null).old, actor: is({ uri: URI, movedTo: null, copiedTo: ["https://new.example/users/alice"] }) } }, ["not-started", "move-not-started likely", "copied proven"]],
  ["no redirect, and a copy somewhere else", { old: { ...pointsTo(null).old, actor: is({ uri: URI, movedTo: null, copiedTo: ["https://x.example/1"] }) } }, ["not-started", "move-not-started likely"]],
  ["they stayed because NEW itself redirects", newWith({ account: is({ acct: "alice@new.example", movedTo: "alice@third.example" }) }), ["not-started", "new-account-redirects proven"], { ...stayed(3), arrived: 0 }],
  ["two of them stayed and nobody came at all", {}, ["done"], stayed(2)],
  ["some of them came", {}, ["done"], own({ stayed: 3, arrived: 1 })],
  ["they stayed, as far as the new list was read", newWith({ list: is({ read: 9 }) }), ["done"], stayed(4)],
  ["they stayed on software that moves nobody locally", oldWith({ software: is({ name: "misskey", version: "2025" }) }), ["done"], stayed(4)],
  ["NEW redirects on", newWith({ account: is({ acct: "alice@new.example", movedTo: "alice@third.example" }) }), ["done", "new-account-redirects proven"]],
  ["NEW redirects back", newWith({ account: is({ acct: "alice@new.example", movedTo: "alice@old.example" }) }), ["done", "new-account-redirects proven"]],
  ["NEW is suspended at home", newWith({ account: is({ acct: "alice@new.example", suspended: true }) }), ["done", "new-account-gone proven"]],
  ["NEW is suspended at home, and its list is a 404", newWith({ account: is({ acct: "alice@new.example", suspended: true }), list: not("hidden-by-server") }), ["done", "new-account-gone proven"]],
  ["NEW answers 410", newWith({ actor: status(410) }), ["done", "new-account-gone proven"]],
  ["NEW's API answers 410", newWith({ account: status(410) }), ["done", "new-account-gone proven"]],
  ["NEW answers 404 everywhere", newWith({ actor: status(404), account: status(404) }), ["done", "new-account-gone likely"]],
  ["OLD is suspended at home, so its list is no hidden one", oldWith({ account: is({ acct: "alice@old.example", suspended: true }), actor: status(410), list: not("hidden-by-server") }), ["unclear", "old-account-gone proven"]],
  ["OLD answers 410", oldWith({ account: status(410), actor: status(410), list: not("never-met") }), ["unclear", "old-account-gone proven"]],
  ["OLD answers 404 everywhere", oldWith({ account: status(404), actor: status(404), list: not("never-met") }), ["unclear", "old-account-gone likely"]],
  ["OLD's actor wants a signature, its account is not told", oldWith({ account: not("needs-login"), actor: status(401) }), ["unclear"]],
  ["NEW's actor answers 404, its API does not", newWith({ actor: status(404) }), ["done", "new-account-unverifiable likely"]],
  ["NEW's actor is a challenge page", newWith({ actor: status(200) }), ["done", "new-account-unverifiable likely"]],
  ["NEW's server could not make out who asks", newWith({ actor: status(500) }), ["done"]],
  ["NEW's server would not fetch our key", newWith({ actor: status(503) }), ["done"]],
  ["NEW's server did not believe our signature", newWith({ actor: not("signature-refused") }), ["done"]],
  ["we could not ask NEW's server", newWith({ actor: not("our-fault") }), ["done"]],
  ["NEW's actor does not answer while its API does", newWith({ actor: silent }), ["done", "new-account-unverifiable likely"]],
  ["NEW's actor was not asked for, because something else there was slow", newWith({ actor: untried }), ["done"]],
  ["NEW's actor answers 403", newWith({ actor: status(403) }), ["done"]],
  ["NEW's actor answers 401", newWith({ actor: status(401) }), ["done"]],
  ["NEW's name leads to another actor", newWith({ actor: is({ ...actor(NEW), loopsBack: false }) }), ["done", "new-account-unverifiable proven"]],
  ["NEW blocks OLD", newWith({ onOld: is(BLOCKED), byOld: is(OPEN) }), ["done", "old-and-new-block proven"]],
  ["OLD blocks a parent of NEW", newWith({ byOld: is(PARENT) }), ["done", "old-and-new-block likely"]],
  ["OLD stops sending to NEW", newWith({ byOld: is({ ...OPEN, outbound: "blocked" as const }) }), ["done", "old-and-new-block proven"]],
  ["a look-up says so", newWith({ byOld: is({ ...BLOCKED, basis: "probe" as const }) }), ["done", "old-and-new-block likely"]],
  ["a masked row may mean NEW", newWith({ byOld: is(MASKED) }), ["done"]],
  ["they are open to each other", newWith({ onOld: is(OPEN), byOld: is(OPEN) }), ["done"]],
  ["two days ago", { movedAt: is("2026-06-28T13:00:00Z") }, ["done", "too-early likely"]],
  ["three days ago", { movedAt: is("2026-06-27T12:00:00Z") }, ["done"]],
  ["it posted yesterday, being on Mastodon", { movedAt: not("not-asked"), ...oldWith({ account: is({ ...account(OLD), lastPostAt: "2026-06-29" }) }) }, ["done", "too-early likely"]],
  ["it posted long ago", { movedAt: not("not-asked"), ...oldWith({ account: is({ ...account(OLD), lastPostAt: "2026-05-29" }) }) }, ["done"]],
  ["it posted yesterday, being on glitch-soc", { movedAt: not("not-asked"), ...oldWith({ software: is({ name: "mastodon", version: "4.6.5+glitch" }), account: is({ ...account(OLD), lastPostAt: "2026-06-29" }) }) }, ["done"]],
  ["it posted yesterday, being on Misskey", { movedAt: not("not-asked"), ...oldWith({ software: is({ name: "misskey", version: "2025" }), account: is({ ...account(OLD), lastPostAt: "2026-06-29" }) }) }, ["done"]],
  ["not started, and lately", { movedAt: is("2026-06-28T13:00:00Z"), ...pointsTo(null) }, ["not-started", "move-not-started likely"]],
  ["the old list is hidden", oldWith({ list: not("hidden-by-server") }), ["done", "old-list-hidden proven"]],
  ["the old list could not be read", oldWith({ list: not("over-budget") }), ["done"]],
  ["the new list is hidden", newWith({ list: not("hidden-by-server") }), ["done", "new-list-hidden proven"]],
  ...(["needs-login", "needs-signature", "signature-refused", "refused-us", "our-fault", "not-offered", "refused-robots"] as const).flatMap((why): typeof TABLE => [
    [`the new list was not shown to us: ${why}`, newWith({ list: not(why) }), ["done", "new-list-closed proven"]],
    [`the old list was not shown to us: ${why}`, oldWith({ list: not(why) }), ["done", "old-list-closed proven"]],
  ]),
  ["WebFinger names the account that OLD points to", { ...pointsTo("https://new.example/ap/users/7"), ...newWith({ account: not("needs-login"), actor: not("needs-signature"), self: is("https://new.example/ap/users/7") }) }, ["done"]],
  ["NEW names OLD by the address that WebFinger gives", { ...oldWith({ account: not("needs-login"), actor: not("needs-signature"), self: is("https://old.example/ap/users/7") }), ...newWith({ actor: is({ ...actor(NEW), alsoKnownAs: ["https://old.example/ap/users/7"] }) }) }, ["unclear"]],
  ["the new list breaks off", newWith({ list: is({ read: 80, stoppedBy: "unreachable" as const }) }), ["done", "new-list-unread proven"]],
  ["the new list does not even begin", newWith({ list: silent }), ["done", "new-list-unread proven"]],
  ["the new list is longer than what may be asked", newWith({ list: is({ read: 80, stoppedBy: "over-budget" as const }) }), ["done", "new-list-unread proven"]],
  ["the new list is still being read", newWith({ list: is({ read: 80, stillReading: true }) }), ["done"]],
  ["the new list was not asked for", newWith({ list: not("not-asked") }), ["done"]],
  ["OLD is down", oldWith(dead), ["unclear", "old-unreachable likely"]],
  ["OLD's list alone fails", oldWith({ list: silent }), ["done"]],
  ["OLD was not asked", oldWith({ account: not("not-asked"), actor: not("not-asked"), list: not("not-asked"), software: not("not-asked") }), ["unclear"]],
  ["NEW is down", newWith(dead), ["done", "new-unreachable likely"]],
  ["NEW is locked", newWith({ account: is({ acct: "alice@new.example", locked: true }) }), ["done", "new-account-locked proven", "check-requests likely"]],
  ["NEW's actor says it is locked", newWith({ actor: is({ ...actor(NEW), locked: true }) }), ["done", "new-account-locked proven", "check-requests likely"]],
  ["NEW limits servers of missing people", {}, ["done", "check-requests likely"], { onLimited: 3 }],
  ["a stated number leaves people on neither list; NEW hides its list", stated, ["done", "check-requests possible"]],
  ["the same; NEW limits nobody", { ...stated, ...newWith({ limitsSome: is(false) }) }, ["done"]],
  ["the same; NEW limits somebody", { ...stated, ...newWith({ limitsSome: is(true) }) }, ["done", "check-requests possible"]],
  ["a stated number that the two lists reach", { before: { is: "stated", count: 190 } }, ["done"], { both: 9 }],
  ["a stated number that the two lists do not reach, people being in both", { before: { is: "stated", count: 190 } }, ["done", "check-requests possible"], { both: 11 }],
  ["a snapshot leaves people on neither list", { before: { is: "snapshot", count: 90 } }, ["done", "check-requests possible"], { neither: 1 }],
  ["a snapshot leaves nobody on neither list", { before: { is: "snapshot", count: 90 } }, ["done"]],
  ["people from before, and no word on how many", { before: { is: "unknown" } }, ["done"], { neither: 4 }],
  ["a stated number, but the new list was not read to its end", { ...stated, ...newWith({ list: is({ read: 3 }) }) }, ["done"]],
];

describe("the move as a whole", () => {
  it.each(TABLE)("%s", (_, change, answer, tally = {}) => {
    expect(said(judge(change, tally))).toEqual(answer);
  });

  it("shows what it rests on", () => {
    expect(judge(pointsTo("alice@else.example")).findings[0]?.because).toEqual([
      { fact: "old.account", value: { movedTo: "alice@else.example" }, source: expect.objectContaining({ kind: "network" }) },
    ]);
    expect(judge(newWith({ list: not("needs-login") })).findings[0]?.because).toEqual([
      { fact: "target.list", gap: "needs-login" },
    ]);
    expect(judge(oldWith({ actor: is({ uri: URI, movedTo: null }), account: not("needs-login") })).findings[0]?.because).toEqual([
      { fact: "old.actor", value: { movedTo: null }, source: expect.anything() },
    ]);
    expect(judge({}, { onLimited: 3 }).findings[0]?.because).toEqual([
      { fact: "target.limitsSome", gap: "not-asked", value: { missing: 3 } },
    ]);
  });
});

describe("before a move", () => {
  const other = { ...NEW, key: "c.example", host: "c.example", webHost: "c.example" };

  it("finds what is wrong with a candidate and says whose it is; OLD's own matter is said once", () => {
    const planned = check({
      mode: "planned",
      ...pointsTo(null),
      targets: [
        { ...NEW, account: is({ acct: "alice@new.example", locked: true }) },
        { ...other, byOld: is(BLOCKED) },
      ],
    });
    const hidden = { ...planned, old: { ...planned.old, list: not("hidden-by-server") } };
    expect(judgeMove(hidden).findings.map(({ cause, target }) => [cause, target])).toEqual([
      ["old-list-hidden", undefined],
      ["new-account-locked", "new.example"],
      ["old-and-new-block", "c.example"],
    ]);
  });

  it("asks for no alias, no list of the candidate's and no patience", () => {
    const planned = check({
      mode: "planned",
      ...pointsTo(null),
      movedAt: is(NOW),
      targets: [{ ...NEW, list: not("hidden-by-server"), actor: is({ ...actor(NEW), alsoKnownAs: [] }) }],
    });
    expect(judgeMove(planned)).toEqual({ state: "not-started", findings: [] });
    expect(judgeMove({ ...planned, targets: [{ ...NEW, ...dead, list: whole({ read: 0 }) }] }).findings).toEqual([]);
  });

  it("says nothing without a candidate", () => {
    expect(judgeMove(check({ targets: [] }))).toEqual({ state: "unclear", findings: [] });
  });
});
