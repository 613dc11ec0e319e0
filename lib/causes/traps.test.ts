// biome-ignore-all format: one story is one line where it fits.

import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { GAPS } from "#lib/domain/evidence/fact.ts";
import type { OldRow, Person } from "#lib/domain/evidence/person.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { NOBODY_YET } from "#lib/domain/move/tally.ts";
import { defined } from "#lib/flow/defined.ts";
import {
  ABILITIES,
  BLOCKED,
  check,
  fromSnapshot,
  is,
  LIMITED,
  MASKED,
  NEW,
  not,
  OLD,
  OPEN,
  PARENT,
  person,
  ROW,
  type SampleFacts,
  server,
  TARGET,
  whole,
} from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

const bo = person("bo");
const di = person("di");
const here = person("ed", { in: [TARGET] });
const locked = { ...NEW, account: is({ acct: "alice@new.example", locked: true }) };
const clean = { byOld: { list: is(OPEN) }, byTarget: { list: is(OPEN) } };

const judge = (facts: ServerFacts, people: readonly Person[], change: Partial<CheckFacts> = {}): Outcome => {
  const given = check(change);
  const outcome = judgeServer(given, judgeMove(given), facts, people).followers[0]?.outcomes[TARGET];
  if (!outcome) throw new Error("nobody was judged");
  return outcome;
};
const ruledOut = (outcome: Outcome, cause: string): boolean =>
  outcome.cause !== cause &&
  !outcome.also.some((one) => one.cause === cause) &&
  !outcome.undecided.some((one) => one.cause === cause);
const openFor = (outcome: Outcome, cause: string) => outcome.undecided.find((one) => one.cause === cause)?.gaps;
const mastodon = (asked: SampleFacts = {}, change: Partial<ServerFacts> = {}) => server("mastodon", { ...clean, ...asked }, change);

/** Software that does not carry an account over which has moved itself. */
const elsewhere = (asked: SampleFacts = {}, change: Partial<ServerFacts> = {}) => server("friendica", { ...clean, ...asked }, change);
const alive = { ...fromSnapshot("cy"), home: is({ state: "alive" as const }) };

describe("1. old minus new is not the lost", () => {
  it("finds the follow that waits on neither list, and not where it was never sent", () => {
    const targets = [locked];
    expect(judge(mastodon(), [alive], { targets }).cause).toBe("waiting-for-approval");
    expect(openFor(judge(mastodon(), [fromSnapshot("cy")], { targets }), "waiting-for-approval")).toEqual(["not-asked"]);
    const gone = { ...alive, home: is({ state: "deleted" as const }) };
    expect(ruledOut(judge(mastodon(), [gone], { targets }), "waiting-for-approval")).toBe(true);
    const shut = mastodon({ byTarget: { list: is(BLOCKED) } });
    expect(ruledOut(judge(shut, [alive], { targets }), "waiting-for-approval")).toBe(true);
    const untold = mastodon({ byTarget: { list: not("hidden-by-server") } });
    expect(judge(untold, [alive], { targets }).also).toContainEqual({ cause: "waiting-for-approval", certainty: "possible" });
    expect(ruledOut(judge(mastodon(), [bo], { targets }), "waiting-for-approval")).toBe(true);
  });

  it("finds it in the old list where the software keeps the old follow", () => {
    const there = { ...bo, home: is({ state: "alive" as const }) };
    expect(judge(server("hollo", clean), [there], { targets: [locked] }).cause).toBe("waiting-for-approval");
    const listed = server("hollo", { ...clean, onOld: { view: whole({ accts: [bo.acct] }) } });
    expect(judge(listed, [bo], { targets: [locked] }).cause).toBe("waiting-for-approval");
  });

  it("leaves it open where nobody knows what the software does", () => {
    const unheardOf = server("mastodon", clean, { ability: not("not-offered") });
    const there = { ...bo, home: is({ state: "alive" as const }) };
    expect(openFor(judge(unheardOf, [there], { targets: [locked] }), "waiting-for-approval")).toEqual(["not-offered"]);
    const noRow = server("mastodon", clean, { ability: is({ ...ABILITIES.mastodon, onMove: "unknown" }) });
    expect(openFor(judge(noRow, [bo], { targets: [locked] }), "software-ignores-move")).toEqual(["not-offered"]);
  });

  it("does not call a keeper waiting that ignores moves", () => {
    const keeper = { ...ABILITIES.hollo, onMove: "notifies" as const };
    const outcome = judge(server("hollo", clean, { ability: is(keeper) }), [bo], { targets: [locked] });
    expect(outcome).toMatchObject({ cause: "software-ignores-move", also: [] });
  });

  it("knows no approval on the new server itself", () => {
    const local = fromSnapshot("cy", { server: TARGET, acct: `cy@${TARGET}` });
    const outcome = judge(mastodon({}, { host: TARGET }), [local], { targets: [locked] });
    expect(ruledOut(outcome, "waiting-for-approval")).toBe(true);
    expect(outcome.reach).toBe("unknown");
    // Whom a Move did not bring follows by hand, and that waits there as everywhere.
    const home = is({ state: "alive" as const });
    const byHand = judge(mastodon({}, { host: TARGET }), [{ ...local, home }], { targets: [locked] });
    expect(byHand).toMatchObject({ reach: "waits", reachCertainty: "proven" });
    expect(ruledOut(byHand, "waiting-for-approval")).toBe(true);
    expect(judge(mastodon({}, { host: TARGET }), [{ ...local, home }]).reach).toBe("works");
    const unread = { ...NEW, account: not("needs-login"), actor: not("needs-signature") };
    expect(judge(mastodon({}, { host: TARGET }), [{ ...local, home }], { targets: [unread] }).reach).toBe("works");
  });

  it("knows it on a GoToSocial, whose own people ask as well", () => {
    const local = { ...alive, server: TARGET, acct: `cy@${TARGET}` };
    const targets = [{ ...locked, software: is({ name: "gotosocial", version: "0.20.0" }) }];
    const outcome = judge(server("gotosocial", {}, { host: TARGET }), [local], { targets });
    expect(outcome).toMatchObject({ cause: "waiting-for-approval", reach: "waits" });
    const open = [{ ...NEW, software: is({ name: "gotosocial", version: "0.20.0" }) }];
    expect(ruledOut(judge(server("gotosocial", {}, { host: TARGET }), [local], { targets: open }), "waiting-for-approval")).toBe(true);
  });
});

describe("2. the new list holds newcomers too", () => {
  it("and nobody is called missing or here who was not known from before", () => {
    const given = check();
    const newcomer = { acct: "new@far.example", server: "far.example", in: [TARGET] };
    const verdict = judgeServer(given, judgeMove(given), mastodon(), [newcomer, bo]);
    expect(verdict.followers.map(({ acct }) => acct)).toEqual([bo.acct]);
    expect(verdict.towards[TARGET]).toMatchObject({ here: 0, missing: 1, arrived: 1 });
  });
});

describe("3. absence of evidence is no evidence", () => {
  it.each(GAPS.filter((gap) => gap !== "never-met"))("says why it cannot tell: %s", (gap) => {
    const shut = { list: not(gap), sight: not(gap), view: not(gap), peer: not(gap) };
    const outcome = judge(server("mastodon", { onOld: shut, onTarget: shut, byOld: shut, byTarget: shut }), [bo]);
    expect(outcome).toMatchObject({ cause: "unknown", certainty: null, group: "unknown" });
    for (const wall of ["new-server-blocked", "blocked-by-new-server", "old-server-blocked", "closed-federation"]) {
      expect(openFor(outcome, wall)).toContain(gap);
    }
  });

  it("believes OLD's account shown there more than a parent's row, and the list more than a missing account", () => {
    const sight = is({ seen: "known" as const, moved: null });
    expect(ruledOut(judge(mastodon({ onOld: { list: is(PARENT), sight } }), [bo]), "old-server-blocked")).toBe(true);
    const gone = { list: is(OPEN), sight: is({ seen: "absent" as const }) };
    expect(ruledOut(judge(mastodon({ onOld: gone }, { control: is(true) }), [bo]), "old-server-blocked")).toBe(true);
  });

  it("takes no 404 for a block without a control, nor where the control failed too", () => {
    const gone = { sight: is({ seen: "absent" as const }) };
    expect(judge(mastodon({ onOld: gone }), [bo]).cause).toBe("unknown");
    expect(judge(mastodon({ onOld: gone }, { control: is(false) }), [bo]).cause).toBe("unknown");
    expect(judge(mastodon({ onOld: gone }, { control: is(true) }), [bo])).toMatchObject({
      cause: "old-server-blocked",
      certainty: "likely",
    });
  });

  it.each<[string, Partial<Side>, string]>([
    ["was deleted", { account: not("never-met"), actor: not("never-met"), list: not("never-met") }, "unknown"],
    ["is suspended at home", { account: is({ acct: "alice@old.example", suspended: true }) }, "unknown"],
    ["is shown by its actor alone", { account: not("needs-login"), list: not("needs-login") }, "old-server-blocked"],
    ["is known by its list alone", { account: not("needs-login"), actor: not("needs-signature") }, "old-server-blocked"],
    ["has a list of nobody", { account: not("needs-login"), actor: not("needs-login"), list: whole({ read: 0 }) }, "unknown"],
  ])("takes a 404 of the old account for a block only while it is there at home: it %s", (_, change, cause) => {
    const far = mastodon({ onOld: { sight: is({ seen: "absent" as const }) } }, { control: is(true) });
    expect(judge(far, [fromSnapshot("bo")], { old: { ...OLD, ...change } }).cause).toBe(cause);
  });

  it("shows both, as possible, where a list and a look-up contradict each other", () => {
    const outcome = judge(mastodon({ onOld: { list: is(BLOCKED), sight: is({ seen: "known", moved: null }) } }), [bo]);
    expect(outcome.cause).toBe("unknown");
    expect(outcome.also).toContainEqual({ cause: "old-server-blocked", certainty: "possible" });
  });

  it("never reads anything from a 404 of the new account", () => {
    const stranger = { onTarget: { sight: is({ seen: "absent" as const }) } };
    expect(openFor(judge(mastodon(stranger, { control: is(true) }), [bo]), "new-server-blocked")).toEqual(["not-asked"]);
  });

  it("takes look-ups of other software for no proof: they show accounts they block all the same", () => {
    const hollo = server("hollo", { ...clean, onOld: { sight: is({ seen: "known", moved: null }), peer: is(true) } });
    expect(openFor(judge(hollo, [bo]), "old-server-blocked")).toEqual(["not-asked"]);
  });

  it("does not blame a server for an account that is suspended at home", () => {
    const sight = is({ seen: "known" as const, suspended: true });
    const suspended = { account: is({ acct: "alice@old.example", suspended: true, movedTo: "alice@new.example" }) };
    const fine = judge(mastodon({ onOld: { sight } }), [bo], { old: { ...OLD, ...suspended } });
    expect(ruledOut(fine, "old-account-suspended")).toBe(true);
    const unseen = judge(mastodon({ onOld: { sight } }), [bo], { old: { ...OLD, account: not("needs-login") } });
    expect(openFor(unseen, "old-account-suspended")).toEqual(["needs-login"]);
    const newGone = [{ ...NEW, account: is({ acct: "alice@new.example", suspended: true }) }];
    expect(ruledOut(judge(mastodon({ onTarget: { sight } }), [bo], { targets: newGone }), "new-account-suspended")).toBe(true);
    const newUnseen = [{ ...NEW, account: not("needs-login") }];
    expect(openFor(judge(mastodon({ onTarget: { sight } }), [bo], { targets: newUnseen }), "new-account-suspended")).toEqual(["needs-login"]);
    expect(judge(mastodon({ onTarget: { sight } }), [bo])).toMatchObject({ cause: "new-account-suspended", certainty: "likely" });
  });
});

describe("4. peers", () => {
  it("open a way where the name stands among them, and say nothing where it does not", () => {
    const among = judge(mastodon({ onOld: { peer: is(true) }, onTarget: { peer: is(true) } }), [bo]);
    expect([ruledOut(among, "old-server-blocked"), ruledOut(among, "new-server-blocked")]).toEqual([true, true]);
    const absent = judge(mastodon({ onOld: { peer: is(false) }, onTarget: { peer: is(false) } }), [bo]);
    expect([openFor(absent, "old-server-blocked"), openFor(absent, "new-server-blocked")]).toEqual([["not-asked"], ["not-asked"]]);
  });

  it("settle for every server listed what the mover's own two hide", () => {
    const hides = { list: not("hidden-by-server" as const) };
    const among = judge(mastodon({ onTarget: { list: is(OPEN) }, byOld: { ...hides, peer: is(true) }, byTarget: { ...hides, peer: is(true) } }), [alive]);
    for (const cause of ["blocked-by-old-server", "blocked-by-new-server", "waiting-for-approval", "closed-federation"]) {
      expect(ruledOut(among, cause), cause).toBe(true);
    }
    const not_ = judge(mastodon({ byOld: { ...hides, peer: is(false) }, byTarget: { ...hides, peer: is(false) } }), [alive]);
    for (const cause of ["blocked-by-old-server", "blocked-by-new-server", "waiting-for-approval"]) {
      expect(openFor(not_, cause), cause).toEqual(["hidden-by-server"]);
    }
  });

  it("prove nothing on software that lists blocked servers among them", () => {
    const other = { ...NEW, software: is({ name: "misskey", version: "2025" }) };
    const outcome = judge(mastodon({ byTarget: { peer: is(true) } }), [fromSnapshot("cy")], { targets: [other] });
    expect(openFor(outcome, "blocked-by-new-server")).toEqual(["not-asked"]);
  });
});

describe("a redirect that may be all there is", () => {
  const tally = { ...NOBODY_YET, own: { ...NOBODY_YET.own, stayed: 9 } };
  const told = (facts: ServerFacts, movedAt: CheckFacts["movedAt"]) => {
    const given = check({ movedAt });
    const move = judgeMove(given, { [TARGET]: tally });
    return { state: move.state, ...judgeServer(given, move, facts, [bo]).followers[0]?.outcomes[TARGET] };
  };
  const view = whole({ accts: [bo.acct] });
  const heard = mastodon({ onOld: { list: is(OPEN), sight: is({ seen: "known" as const, moved: "alice@new.example" }), view }, onTarget: { list: is(OPEN), view: whole({ accts: [], count: 0 }) } });
  const shut = mastodon({ onTarget: { list: is(BLOCKED) } });

  it("lets walls be told where nobody knows its day, for the Move may be minutes old", () => {
    const outcome = told(shut, not("not-asked"));
    expect(outcome).toMatchObject({ state: "unclear", cause: "new-server-blocked", certainty: "proven" });
  });

  it("and leaves open what became of a Move that perhaps was never sent", () => {
    const outcome = told(heard, not("not-asked"));
    expect(outcome).toMatchObject({ state: "unclear", cause: "unknown", certainty: null, group: "unknown" });
    expect(outcome.also).toContainEqual({ cause: "accepted-not-done", certainty: "possible" });
  });

  it("is all there is where the day is known and long ago: then nobody is missing", () => {
    expect(told(shut, check().movedAt)).toMatchObject({ state: "not-started", cause: null, group: null });
  });
});

describe("7. his own server's list of the new account's followers", () => {
  const targets = [{ ...NEW, list: not("hidden-by-server" as const) }];
  const listing = (...names: readonly string[]) => mastodon({ onTarget: { list: is(OPEN), view: whole({ accts: names, count: names.length }) } });

  it("says that he came where the new list is hidden, and likely only", () => {
    const left = fromSnapshot("cy");
    expect(judge(listing(left.acct), [left], { targets })).toMatchObject({ position: "here", cause: "here", certainty: "likely" });
    expect(judge(listing("ed@far.example"), [left], { targets }).cause).not.toBe("here");
  });
});

describe("a move that nobody can believe", () => {
  const view = whole({ accts: [bo.acct] });
  const known = { seen: "known" as const };
  const showing = (moved: string | null) => mastodon({ onOld: { sight: is({ ...known, moved }), view }, onTarget: { sight: is(known) } });
  const [heard, deaf] = [showing("alice@new.example"), showing(null)];
  const newWith = (change: Partial<Side>) => ({ targets: [{ ...NEW, ...change }] });
  const actor = NEW.actor.known ? NEW.actor.value : { uri: "" };

  it.each<[string, Partial<CheckFacts>]>([
    ["names another account as its own", newWith({ actor: is({ ...actor, alsoKnownAs: [] }) })],
    ["redirects on", newWith({ account: is({ acct: "alice@new.example", movedTo: "alice@third.example" }) })],
    ["is gone", newWith({ account: is({ acct: "alice@new.example", suspended: true }) })],
    ["is nobody's under its own name", newWith({ actor: is({ ...actor, loopsBack: false }) })],
  ])("is the reason for everybody where the new account %s: no server lost the news or left off half-way", (_, change) => {
    for (const [facts, cause] of [[heard, "accepted-not-done"], [deaf, "notice-lost"]] as const) {
      expect(judge(facts, [bo]).cause).toBe(cause);
      const outcome = judge(facts, [bo], change);
      expect(outcome).toMatchObject({ cause: "unknown", certainty: null });
      expect(outcome.also).toContainEqual({ cause, certainty: "possible" });
    }
  });

  it("leaves a published wall what it is", () => {
    const change = newWith({ actor: is({ ...actor, alsoKnownAs: [] }) });
    expect(judge(mastodon({ onTarget: { list: is(BLOCKED) } }), [bo], change).cause).toBe("new-server-blocked");
  });
});

describe("4a. people in neither list", () => {
  const moved = { sight: is({ seen: "known" as const, moved: "alice@new.example" }) };
  const hidden = not("hidden-by-server" as const);
  const strange = { list: hidden, peer: is(false), sight: is({ seen: "absent" as const, of: "cy@far.example" }) };
  const far = mastodon({ onOld: moved, byOld: { list: hidden, peer: is(true) }, byTarget: strange });
  const two = [alive, { ...fromSnapshot("di"), home: is({ state: "alive" as const }) }];
  const savedOn = (takenAt: string) => ({ before: { is: "snapshot" as const, count: 9, takenAt } });

  it("were turned away by the new server where they followed the old account days before the Move", () => {
    const outcome = judge(far, two, savedOn("2026-03-20"));
    expect(outcome).toMatchObject({ cause: "blocked-by-new-server", certainty: "likely", reach: "blocked" });
  });

  it.each(["2025-03-20", "2026-03-25"])("may each have left by himself where the list is of %s", (day) => {
    const outcome = judge(far, two, savedOn(day));
    expect(outcome).toMatchObject({ cause: "unknown", certainty: null, reach: "unknown" });
    expect(outcome.also).toContainEqual({ cause: "blocked-by-new-server", certainty: "possible" });
  });

  it("are not cut off by an old server that only limits theirs, because one of them had left", () => {
    const unheard = { sight: is({ seen: "known" as const, moved: null }) };
    const limited = mastodon({ onOld: unheard, byOld: { list: hidden, peer: is(false) } });
    const outcome = judge(limited, [alive], savedOn("2025-03-20"));
    expect(outcome.cause).toBe("unknown");
    expect(outcome.also).toContainEqual({ cause: "blocked-by-old-server", certainty: "possible" });
  });
});

describe("5. block entries", () => {
  it("a masked row that fits is possible and keeps every other answer open", () => {
    const outcome = judge(mastodon({ onOld: { list: is(OPEN) }, onTarget: { list: is(MASKED) } }), [bo]);
    expect(outcome).toMatchObject({ cause: "unknown", also: [{ cause: "new-server-blocked", certainty: "possible" }] });
  });

  it("a parent is likely on Mastodon and proven where there are no exceptions", () => {
    expect(judge(mastodon({ onTarget: { list: is(PARENT) } }), [bo]).certainty).toBe("likely");
    expect(judge(server("akkoma", { onTarget: { list: is({ ...PARENT, parentProves: true }) } }), [bo]).certainty).toBe("proven");
  });

  it("a list that was cut short proves what stands in it and nothing else", () => {
    const cut = (stance: typeof OPEN) => ({ known: true as const, value: stance, source: OLD.account.source ?? { kind: "told" as const, at: "" }, complete: false });
    expect(openFor(judge(mastodon({ onOld: { list: cut(OPEN) } }), [bo]), "old-server-blocked")).toEqual(["not-asked"]);
    expect(judge(mastodon({ onOld: { list: cut(BLOCKED) } }), [bo]).cause).toBe("old-server-blocked");
  });
});

describe("6. a block read today explains, it does not date", () => {
  it("says the same of somebody in the old list and of somebody in an old snapshot", () => {
    const facts = mastodon({ onOld: { list: is(BLOCKED) } });
    const shown = { cause: "old-server-blocked", certainty: "proven" };
    expect([judge(facts, [bo]), judge(facts, [fromSnapshot("cy")])]).toMatchObject([shown, shown]);
    expect(JSON.stringify(judge(facts, [bo]))).not.toMatch(/since|then/);
  });
});

describe("7. where people stand", () => {
  it("somebody of F in the new list rules blocks out, on Mastodon in both directions", () => {
    const outcome = judge(server("mastodon"), [bo, here]);
    for (const cause of ["new-server-blocked", "blocked-by-new-server", "closed-federation", "server-gone"]) {
      expect(ruledOut(outcome, cause), cause).toBe(true);
    }
    expect(outcome.reach).toBe("unknown");
  });

  it("a neighbour who came says nothing about an account that nobody saw", () => {
    const reach = (who: Person) => judge(server("mastodon"), [who, here]).reach;
    expect(reach(bo)).toBe("unknown");
    expect(reach({ ...bo, home: is({ state: "alive" }) })).toBe("works");
    expect(reach({ ...bo, home: is({ state: "deleted" }) })).toBe("gone");
  });

  it("news that was heard and not believed was not lost: where the door is open, the new account could not be read", () => {
    const old = { ...OLD, account: is({ acct: "alice@old.example", movedTo: "alice@new.example", followers: 5 }) };
    const sight = is({ seen: "known" as const, moved: null, followers: 6 });
    const view = whole({ accts: ["bo@far.example"] });
    const facts = { old, before: { is: "snapshot" as const, count: 100, takenAt: "2026-03-20" } };
    const shows = (list: typeof OPEN | undefined) =>
      mastodon({ onOld: { sight, view, list: is(OPEN) }, onTarget: { sight: is({ seen: "absent" as const }), ...(list ? { list: is(list) } : {}) } });
    const home = is({ state: "alive" as const });
    expect(judge(shows(OPEN), [{ ...bo, home }], facts)).toMatchObject({ cause: "accepted-not-done", certainty: "likely" });
    const stated = { old, before: { is: "stated" as const, count: 100 } };
    const perhaps = judge(shows(OPEN), [{ ...bo, home }], stated);
    expect(perhaps).toMatchObject({ cause: "accepted-not-done", certainty: "possible" });
    expect(perhaps.also).toContainEqual({ cause: "notice-lost", certainty: "possible" });
    const undecided = judge(shows(undefined), [{ ...bo, home }], facts);
    expect(undecided).toMatchObject({ cause: "unknown" });
    expect(undecided.also).toContainEqual({ cause: "new-server-blocked", certainty: "possible" });
  });

  it("nor does it make a server that fell silent answer", () => {
    const life = is({ state: "silent" as const });
    const outcome = judge(server("mastodon", {}, { life }), [{ ...bo, home: is({ state: "alive" }) }, here]);
    expect(outcome.reach).toBe("unknown");
  });

  it("newcomers count for that, by number alone", () => {
    expect(ruledOut(judge(server("mastodon", {}, { arrived: { [TARGET]: 1 } }), [bo]), "new-server-blocked")).toBe(true);
  });

  it("says nothing about what a GoToSocial keeps out: its block severs no follow", () => {
    const outcome = judge(server("gotosocial"), [bo, here]);
    expect(ruledOut(outcome, "blocked-by-new-server")).toBe(true);
    expect(openFor(outcome, "new-server-blocked")).toEqual(["not-asked"]);
  });

  it("a published row wins over it", () => {
    const facts = server("mastodon", { onTarget: { list: is(PARENT) }, byTarget: { list: is(PARENT) } });
    expect(judge(facts, [bo, here])).toMatchObject({
      ...{ cause: "new-server-blocked", reach: "blocked" },
      also: [{ cause: "blocked-by-new-server", certainty: "likely" }],
    });
  });

  it("a server that was silent once is alive if somebody of it came, not if it is dead for a day", () => {
    const silent = server(null, {}, { life: is({ state: "silent" }), nodeinfo: not("unreachable") });
    expect(ruledOut(judge(silent, [bo, here]), "server-gone")).toBe(true);
    expect(openFor(judge(silent, [bo]), "server-gone")).toEqual(["unreachable"]);
    const dead = server(null, {}, { life: is({ state: "dead" }) });
    expect(judge(dead, [bo, here]).cause).toBe("server-gone");
  });

  it("somebody of F in the old list: OLD does not suspend F, where OLD's software ends such follows", () => {
    const facts = server("mastodon", { byTarget: { list: is(OPEN) } });
    const cy = fromSnapshot("cy");
    expect(ruledOut(judge(facts, [cy, bo]), "blocked-by-old-server")).toBe(true);
    expect(openFor(judge(facts, [cy]), "blocked-by-old-server")).toEqual(["not-asked"]);
    const misskey = { ...OLD, software: is({ name: "misskey", version: "2025" }) };
    expect(openFor(judge(facts, [cy, bo], { old: misskey }), "blocked-by-old-server")).toEqual(["not-asked"]);
  });
});

describe("8. a limit never drops a Move", () => {
  it("of F on OLD or NEW is no cause at all", () => {
    const outcome = judge(mastodon({ onOld: { list: is(LIMITED) }, onTarget: { list: is(LIMITED) } }), [bo]);
    expect([ruledOut(outcome, "old-server-blocked"), ruledOut(outcome, "new-server-blocked")]).toEqual([true, true]);
  });

  it("set by NEW makes the follow wait, and reach says so before it says works", () => {
    const outcome = judge(mastodon({ byTarget: { list: is(LIMITED) } }), [alive, here]);
    expect(outcome).toMatchObject({ cause: "waiting-for-approval", reach: "waits", reachCertainty: "proven" });
  });

  it("in a masked row, may", () => {
    const outcome = judge(mastodon({ byTarget: { list: is({ ...LIMITED, match: "pattern" }) } }), [alive]);
    expect(outcome).toMatchObject({ cause: "unknown", reach: "unknown" });
    expect(outcome.also).toEqual([{ cause: "waiting-for-approval", certainty: "possible" }]);
  });

  it("does not exist on GoToSocial", () => {
    const target = { ...NEW, software: is({ name: "gotosocial", version: "0.20" }) };
    const outcome = judge(server("mastodon"), [alive], { targets: [target] });
    expect(ruledOut(outcome, "waiting-for-approval")).toBe(true);
  });
});

describe("8. a whole list of NEW's says more than one account shown as limited", () => {
  const asLimited = is({ seen: "known" as const, limited: true });

  it("only that account is limited, and nobody else waits", () => {
    const outcome = judge(mastodon({ byTarget: { list: is(OPEN), sight: asLimited } }), [alive]);
    expect(ruledOut(outcome, "waiting-for-approval")).toBe(true);
    expect(outcome.reach).not.toBe("waits");
  });

  it("so says F among NEW's peers, where the list is hidden: for sure of neither", () => {
    const byTarget = { list: not("hidden-by-server"), peer: is(true), sight: asLimited };
    const outcome = judge(mastodon({ byTarget }), [alive]);
    expect(outcome).toMatchObject({ cause: "unknown", reach: "unknown" });
    expect(outcome.also).toEqual([{ cause: "waiting-for-approval", certainty: "possible" }]);
    const apart = judge(mastodon({ byTarget: { ...byTarget, peer: is(false) } }), [alive]);
    expect(apart).toMatchObject({ cause: "waiting-for-approval", certainty: "likely", reach: "waits" });
  });

  it("one that leaves rows out does not", () => {
    const cut = { known: true as const, value: OPEN, source: { kind: "file" as const, at: check().now }, complete: false };
    const seen = judge(mastodon({ byTarget: { list: cut, sight: asLimited } }), [alive]);
    expect(seen).toMatchObject({ cause: "waiting-for-approval", certainty: "likely" });
    expect(openFor(judge(mastodon({ byTarget: { list: cut } }), [alive]), "waiting-for-approval")).toBeDefined();
  });
});

describe("9. moved, as F shows it", () => {
  const view = whole({ accts: [bo.acct] });
  const shows = (moved: string) => mastodon({ onOld: { list: is(OPEN), sight: is({ seen: "known" as const, moved }), view }, onTarget: { list: is(OPEN), sight: is({ seen: "absent" as const }) } });

  it("to another account is no news of this move", () => {
    const outcome = judge(shows("alice@third.example"), [bo]);
    expect(outcome.cause).toBe("unknown");
    for (const cause of ["accepted-not-done", "notice-lost"]) expect(openFor(outcome, cause), cause).toEqual(["bad-answer"]);
  });

  it("to NEW, by whichever of its names", () => {
    for (const name of ["Alice@New.example", "https://new.example/users/alice", "9xkey"]) {
      expect(judge(shows(name), [bo]).cause, name).toBe("accepted-not-done");
    }
  });

  it("says nothing of a Move left undone where F lists him for NEW: it was done", () => {
    const facts = mastodon({ onOld: { list: is(OPEN), sight: is({ seen: "known" as const, moved: "alice@new.example" }), view }, onTarget: { view } });
    const outcome = judge(facts, [bo]);
    expect(ruledOut(outcome, "accepted-not-done")).toBe(true);
    expect(outcome).toMatchObject({ cause: "unexplained", reach: "works" });
  });

  it("means that the news arrived, likely, and never that the Move was carried out", () => {
    const sight = is({ seen: "known" as const, moved: "alice@new.example" });
    const view = whole({ accts: [bo.acct] });
    const facts = mastodon({ onOld: { list: is(OPEN), sight, view }, onTarget: { list: is(OPEN), sight: is({ seen: "absent" as const }) } });
    expect(judge(facts, [bo])).toMatchObject({ cause: "accepted-not-done", certainty: "likely" });
  });

  it("says nothing where the software never shows it", () => {
    const hollo = server("hollo", { onOld: { sight: is({ seen: "known" }) } });
    expect(openFor(judge(hollo, [bo]), "notice-lost")).toEqual(["not-offered"]);
  });
});

describe("10. directions", () => {
  it("a server that stopped sending to OLD still hears it", () => {
    const stopped = { ...BLOCKED, inbound: "open" as const };
    expect(ruledOut(judge(server("misskey", { onOld: { list: is(stopped) } }), [bo]), "old-server-blocked")).toBe(true);
  });

  it("one that stopped sending to NEW has given it up, not blocked it", () => {
    const stopped = { ...BLOCKED, inbound: "open" as const };
    const outcome = judge(server("misskey", { onTarget: { list: is(stopped) } }), [bo]);
    expect(outcome).toMatchObject({ cause: "new-server-given-up", group: "admin", reach: "blocked" });
    expect(ruledOut(judge(mastodon({ onTarget: { list: is(stopped) } }), [bo]), "new-server-given-up")).toBe(true);
  });

  it("one that blocks it whole has not given it up besides", () => {
    const outcome = judge(server("misskey", { onTarget: { list: is(BLOCKED) } }), [bo]);
    expect(outcome.cause).toBe("new-server-blocked");
    expect(ruledOut(outcome, "new-server-given-up")).toBe(true);
  });
});

describe("11. Misskey", () => {
  const views = { onOld: { list: not("never-met"), view: whole({ accts: [bo.acct] }) }, onTarget: { list: not("never-met"), view: whole({ accts: [] }) } };

  it("that never met OLD blocks it as little; of NEW, after a move, that decides nothing", () => {
    const outcome = judge(server("misskey", { ...clean, ...views }), [bo]);
    expect(ruledOut(outcome, "old-server-blocked")).toBe(true);
    expect(openFor(outcome, "new-server-blocked")).toEqual(["never-met"]);
    expect(outcome).toMatchObject({ cause: "unknown", reach: "unknown" });
  });

  it("that never met NEW blocks it as little, before a move", () => {
    const outcome = judge(server("misskey", { ...clean, ...views }), [bo], { mode: "planned" });
    expect(outcome).toMatchObject({ cause: "clear" });
  });

  it("a Mastodon that shows a NEW with two names may shut the host of its actors out", () => {
    const shows = { sight: is({ seen: "known" as const }), peer: is(true) };
    const moved = { sight: is({ seen: "known" as const, moved: null }), view: whole({ accts: [bo.acct] }) };
    const verdict = (target: Side) =>
      judge(mastodon({ onOld: moved, onTarget: shows }), [{ ...bo, home: is({ state: "alive" }) }], { targets: [target] });
    expect(verdict(NEW)).toMatchObject({ cause: "notice-lost", reach: "works" });
    expect(verdict({ ...NEW, webHost: "web.new.example" })).toMatchObject({ cause: "unknown", reach: "unknown" });
  });

  it("cannot suspend one account where strangers would see it", () => {
    expect(ruledOut(judge(server("misskey", { ...clean, ...views }), [bo]), "old-account-suspended")).toBe(true);
    expect(openFor(judge(server(null, clean), [bo]), "old-account-suspended")).toEqual(["not-asked"]);
  });
});

describe("12. zero is not zero", () => {
  const sight = is({ seen: "known" as const, moved: null });

  it("an empty list that OLD contradicts is taken for masked; one that says nought is not", () => {
    const empty = (count?: number) => mastodon({ onOld: { sight, view: whole({ accts: [], ...defined({ count }) }) } });
    expect(openFor(judge(empty(), [bo]), "ghost")).toEqual(["hidden-by-server"]);
    expect(openFor(judge(empty(12), [bo]), "ghost")).toEqual(["hidden-by-server"]);
    expect(judge(empty(0), [bo]).cause).toBe("ghost");
  });

  it("a list counts only if it was read to its end", () => {
    const view = is({ accts: [di.acct] });
    expect(openFor(judge(mastodon({ onOld: { sight, view } }), [bo]), "ghost")).toEqual(["bad-answer"]);
  });

  it("somebody whom his server lists for NEW is no ghost", () => {
    const facts = mastodon({ onOld: { sight, view: whole({ accts: [di.acct] }) }, onTarget: { view: whole({ accts: [bo.acct] }) } });
    expect(ruledOut(judge(facts, [bo]), "ghost")).toBe(true);
  });

  it("a follower of NEW whom his own server does not list is half followed, unless its list is masked", () => {
    const arrived = { ...bo, in: [TARGET] };
    const facts = (accts: string[], count?: number) =>
      mastodon({ onTarget: { view: whole({ accts, ...defined({ count }) }) } });
    expect(judge(facts([di.acct]), [arrived])).toMatchObject({ cause: "here", note: "half-followed" });
    expect(judge(facts([bo.acct]), [arrived]).note).toBeUndefined();
    expect(judge(facts([], 7), [arrived]).note).toBeUndefined();
    expect(judge(facts([di.acct]), [bo]).note).toBeUndefined();
  });
});

describe("13. what a stranger is not shown", () => {
  it("whether OLD publishes a redirect is open where its actor and its API are shut", () => {
    const shut = { ...OLD, actor: not("needs-signature"), account: not("needs-login") };
    expect(openFor(judge(server("misskey", clean), [bo], { old: shut }), "no-moved-to")).toEqual(["needs-signature"]);
    expect(ruledOut(judge(server("misskey", clean), [bo]), "no-moved-to")).toBe(true);
    const api = { ...OLD, actor: not("needs-signature") };
    expect(ruledOut(judge(server("misskey", clean), [bo], { old: api }), "no-moved-to")).toBe(true);
  });

  it("software that acts on the Move itself does not miss it", () => {
    const silent = { ...OLD, actor: is({ uri: "https://old.example/users/alice" }) };
    expect(ruledOut(judge(server("hollo", clean), [bo], { old: silent }), "no-moved-to")).toBe(true);
    const likely = server("misskey", clean, { ability: is({ ...ABILITIES.misskey, certainty: "likely" }) });
    expect(judge(likely, [bo], { old: silent })).toMatchObject({ cause: "no-moved-to", certainty: "likely" });
  });
});

describe("14. the handle's domain and the web host can differ", () => {
  it("people on OLD are known by both", () => {
    const old = { ...OLD, webHost: "social.old.example" };
    const facts = mastodon({ onOld: { list: is(BLOCKED) } }, { host: "social.old.example" });
    expect(ruledOut(judge(facts, [bo], { old }), "old-server-blocked")).toBe(true);
  });
});

describe("15. lists are not read at one instant", () => {
  it("who was in the old list when it was read and is in the new one is here", () => {
    expect(judge(mastodon(), [{ ...bo, in: [TARGET] }])).toMatchObject({ cause: "here", position: "here" });
  });

  it("seen in a list that turned out hidden, he is here all the same, with the time of the look", () => {
    const targets = [{ ...NEW, list: not("hidden-by-server") }];
    expect(judge(mastodon(), [{ ...bo, in: [TARGET] }], { targets }).because).toEqual([
      { fact: "target.list", value: true, source: { kind: "file", at: check().now } },
    ]);
  });
});

describe("the mover's own two servers", () => {
  const home = person("gil", { server: "old.example" });

  it("answer for their own people: OLD has resolved NEW, and lists who stayed", () => {
    const facts = mastodon({}, { host: "old.example" });
    const outcome = judge(facts, [home]);
    expect(outcome).toMatchObject({ cause: "accepted-not-done", certainty: "likely" });
    expect(ruledOut(outcome, "new-server-blocked")).toBe(true);
  });

  it("what OLD lists about NEW holds for people on OLD", () => {
    const targets = [{ ...NEW, byOld: is(BLOCKED), onOld: is(OPEN) }];
    expect(judge(server("mastodon", {}, { host: "old.example" }), [home], { targets })).toMatchObject({
      cause: "new-server-blocked",
      because: [1 + 2],
    });
  });

  it("what NEW lists about OLD holds for people on NEW", () => {
    const local = person("hal", { server: TARGET });
    const targets = [{ ...NEW, onOld: is(BLOCKED), byOld: is(OPEN) }];
    expect(judge(server("mastodon", {}, { host: TARGET }), [local], { targets }).cause).toBe("old-server-blocked");
  });

  it("a follower on OLD who is gone from its list was not a follower any more", () => {
    const outcome = judge(mastodon({}, { host: "old.example" }), [fromSnapshot("ida", { server: "old.example" })]);
    expect(ruledOut(outcome, "accepted-not-done")).toBe(true);
    const unread = judge(mastodon({}, { host: "old.example" }), [fromSnapshot("ida", { server: "old.example" })], {
      old: { ...OLD, list: not("hidden-by-server") },
    });
    expect(openFor(unread, "accepted-not-done")).toEqual(["hidden-by-server"]);
  });
});

describe("the follower's own account", () => {
  const rows: readonly [string, OldRow, string | undefined][] = [
    ["a row of Mastodon's API", { bot: false }, undefined],
    ["a row that says locked", { locked: true }, undefined],
    ["a row that says it has not moved", { moved: null }, undefined],
    ["a bare address", {}, "not-asked"],
  ];

  it.each(rows)("%s", (_, old, gap) => {
    expect(openFor(judge(mastodon(), [person("bo", { old })]), "account-gone")?.[0]).toBe(gap);
  });

  it("rows of software that shows no redirects settle nothing", () => {
    const old = { ...OLD, software: is({ name: "pleroma", version: "2.9" }) };
    expect(openFor(judge(elsewhere(), [person("bo", { old: { bot: false } })], { old }), "moved-on")).toEqual(["not-asked"]);
    expect(ruledOut(judge(elsewhere(), [person("bo", { old: ROW })], { old }), "moved-on")).toBe(true);
  });

  it.each(["gotosocial", "hollo"])("rows of %s show redirects, so none is an answer", (name) => {
    const old = { ...OLD, software: is({ name, version: "1" }) };
    expect(ruledOut(judge(elsewhere(), [person("bo", { old: { bot: false } })], { old }), "moved-on")).toBe(true);
  });

  it("what his own server says beats OLD's copy of it", () => {
    const back = person("bo", { old: { moved: "bo@else.example" }, home: is({ state: "alive" }) });
    expect(ruledOut(judge(elsewhere(), [back]), "moved-on")).toBe(true);
  });

  it.each(["mastodon", "gotosocial"] as const)("that it moved itself is no reason on %s, which carries it over all the same", (name) => {
    const moved = person("bo", { home: is({ state: "moved" as const, movedTo: "bo@else.example" }) });
    for (const mode of ["moved", "planned"] as const) expect(ruledOut(judge(server(name, clean), [moved], { mode }), "moved-on")).toBe(true);
    expect(openFor(judge(server(null, clean), [moved]), "moved-on")).toEqual(["not-asked"]);
  });

  const address = "https://mk.example/users/9x";
  const byAddress: readonly [string, Partial<Person>][] = [
    ["a key in OLD's row", { old: { moved: "https://old.example/users/9new" } }],
    ["an address nobody looked for", { home: is({ state: "moved", movedTo: address }) }],
    ["another address than the one looked for", { home: is({ state: "moved", movedTo: address }), notHereAs: "https://mk.example/users/7" }],
    ["no address at all", { home: is({ state: "moved" }) }],
  ];
  it.each(byAddress)("that it moved does not say that it does not follow: %s", (_, change) => {
    const outcome = judge(elsewhere(), [person("bo", change)]);
    expect(outcome.cause).toBe("unknown");
    expect(outcome.also).toContainEqual({ cause: "moved-on", certainty: "possible" });
    expect(outcome).not.toHaveProperty("newAddress");
  });

  it("an address looked for in vain says so, and is shown to nobody as a handle", () => {
    const home = is({ state: "moved" as const, movedTo: address });
    const outcome = judge(elsewhere(), [person("bo", { home, notHereAs: address })]);
    expect(outcome).toMatchObject({ cause: "moved-on", certainty: "proven" });
    expect(outcome).not.toHaveProperty("newAddress");
  });

  const unread: readonly [string, Side["list"]][] = [
    ["hidden", not("needs-login")],
    ["read in half", is({ read: 9 })],
  ];
  it.each(unread)("where the new list is %s, nobody could look for the other account", (_, list) => {
    const home = is({ state: "moved" as const, movedTo: "bo@else.example" });
    const outcome = judge(elsewhere(), [person("bo", { home })], { targets: [{ ...NEW, list }] });
    expect(outcome.cause).toBe("unknown");
    expect(outcome.also.filter(({ cause }) => cause === "moved-on")).toEqual([{ cause: "moved-on", certainty: "possible" }]);
  });

  const renamed = { hereAs: "bo@else.example" };
  const said: readonly [string, Partial<Person>][] = [
    ["has not moved, as its server says by now", { home: is({ state: "alive" }) }],
    ["was deleted behind him", { home: is({ state: "deleted" }) }],
    ["is suspended, by OLD's row", { old: { suspended: true } }],
  ];
  it.each(said)("who came under another name is here, though the account he left %s", (_, change) => {
    const given = check();
    const verdict = judgeServer(given, judgeMove(given), elsewhere(), [person("bo", { ...renamed, ...change })]);
    expect(verdict.followers[0]?.outcomes[TARGET]).toMatchObject({
      ...{ cause: "here-under-new-name", certainty: "likely", group: "here", position: "here" },
      newAddress: "bo@else.example",
    });
    expect(verdict.towards[TARGET]).toMatchObject({ here: 1, missing: 0, groups: { here: 1 } });
  });

  it("before a move he does not come along by having moved himself", () => {
    const moved = person("bo", { ...renamed, old: { moved: "bo@else.example" } });
    expect(judge(elsewhere(), [moved], { mode: "planned" })).toMatchObject({
      ...{ cause: "unknown", position: "old-only" },
      also: [{ cause: "moved-on", certainty: "possible" }],
    });
  });

  it("before a move nobody has to be looked for", () => {
    const planned = judge(elsewhere(), [person("bo", { old: { moved: address } })], { mode: "planned" });
    expect(planned).toMatchObject({ cause: "unknown", also: [{ cause: "moved-on", certainty: "possible" }] });
  });

  it("rows of V_old settle it where they would show a flag", () => {
    const old = { ...OLD, software: is({ name: "akkoma", version: "3.16" }) };
    const bare = person("bo", { old: {} });
    const view = (flagged?: Record<string, { moved?: string; suspended?: boolean }>) =>
      elsewhere({ onOld: { view: whole({ accts: [bo.acct], ...(flagged ? { flagged } : {}) }) } });
    expect(openFor(judge(view(), [bare], { old }), "account-gone")).toEqual(["not-asked"]);
    expect(ruledOut(judge(view({}), [bare], { old }), "account-gone")).toBe(true);
    expect(judge(view({ [bo.acct]: { suspended: true } }), [bare], { old }).cause).toBe("account-gone");
    expect(judge(view({ [bo.acct]: { moved: "bo@else.example" } }), [bare], { old })).toMatchObject({
      ...{ cause: "moved-on", newAddress: "bo@else.example" },
    });
  });

  it("carries the other address, under which he may be here", () => {
    const home = is({ state: "moved" as const, movedTo: "bo@else.example" });
    expect(judge(elsewhere(), [{ ...bo, home }])).toMatchObject({ cause: "moved-on", newAddress: "bo@else.example" });
    expect(judge(elsewhere(), [{ ...bo, home, hereAs: "bo@else.example" }])).toMatchObject({
      ...{ cause: "here-under-new-name", certainty: "proven", newAddress: "bo@else.example", position: "here" },
    });
    expect(judge(elsewhere({ onTarget: { list: is(BLOCKED) } }), [bo]).newAddress).toBeUndefined();
  });
});
