// biome-ignore-all format: facts and answers are read side by side.
import { describe, expect, it } from "vitest";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { BLOCKED, check, fromSnapshot, is, LIMITED, MASKED, NEW, not, OLD, OPEN, person, server, TARGET, whole } from "#testing/sample.ts";
import { countUp, judgeInSlices, judgeMove, judgeServer, planned, tallyUp } from "./judge.ts";

const open = { onOld: { list: is(OPEN) }, onTarget: { list: is(OPEN) }, byOld: { list: is(OPEN) }, byTarget: { list: is(OPEN) } };
const at = (host: string, user: string, change: Partial<Person> = {}) => person(user, { server: host, ...change });
const arrived = { in: [TARGET] };
const oldRead = (read: number) => ({ old: { ...OLD, list: whole({ read }) } });
const newRead = (read: number) => ({ targets: [{ ...NEW, list: whole({ read }) }] });
const snapshot = (count: number) => ({ before: { is: "snapshot" as const, count, takenAt: "2026-01-01T00:00:00Z" } });

function run(facts: CheckFacts, ...servers: readonly (readonly [ServerFacts, readonly Person[]])[]) {
  const move = judgeMove(facts);
  const verdicts = servers.map(([one, people]) => judgeServer(facts, move, one, people));
  return { verdicts, counts: countUp(facts, verdicts), tally: tallyUp(facts, verdicts)[TARGET] };
}

describe("the numbers of a check", () => {
  const people = [
    person("a", arrived),
    person("b", { hereAs: "b@else.example" }),
    person("c"),
    fromSnapshot("d"),
    { ...fromSnapshot("e"), ...arrived },
    { acct: "new@far.example", server: "far.example", in: [TARGET] },
  ];

  it("with a snapshot: exact, with newcomers, and those on neither list by name", () => {
    const facts = check({ ...snapshot(5), ...oldRead(3), ...newRead(40) });
    expect(run(facts, [server("mastodon", open), people]).counts).toEqual({
      ...{ before: 5, beforeIs: "snapshot", here: 3, missing: 2, missingIs: "exact", newList: 40, newcomers: 37 },
      neither: { about: 1, basis: "snapshot" },
      byCause: { here: 2, "here-under-new-name": 1, unknown: 2 },
      byGroup: { here: 3, unknown: 2 },
      byReach: { works: 3, unknown: 2 },
      parts: { onOld: 1, onNeither: 1, snapshotHere: 1, snapshotMissing: 1, youFollow: 0 },
    });
  });

  it("counts a snapshot apart from who followed after it, and what two snapshots hold together", () => {
    const later = ["a", "b", "c"].map((name) => person(name, { youFollow: true }));
    const facts = check({ ...snapshot(1), ...oldRead(3), ...newRead(40) });
    const { counts } = run(facts, [server("mastodon", open), [...later, fromSnapshot("d"), { ...fromSnapshot("e"), ...arrived }]]);
    expect(counts).toMatchObject({ before: 2, missing: 4 });
    expect(counts.parts).toEqual({ onOld: 3, onNeither: 1, snapshotHere: 1, snapshotMissing: 1, youFollow: 3 });
  });

  it("tells who is on the old list from those of a list or a file who are on neither", () => {
    const known = (["list", "severed"] as const).map((before, at) => ({ ...fromSnapshot(`n${at}`), before }));
    const { counts } = run(check({ ...oldRead(1), ...newRead(40) }), [server("mastodon", open), [person("a"), ...known]]);
    expect(counts).toMatchObject({ missing: 3, neither: null, parts: { onOld: 1, onNeither: 2 } });
    const unread = check({ old: { ...OLD, list: not("hidden-by-server") }, ...newRead(40) });
    expect(run(unread, [server("mastodon", open), known]).counts).toMatchObject({ missing: 2, parts: { onOld: 0, onNeither: 0 } });
  });

  it("leaves the parts out where a server was judged before they were counted", () => {
    const facts = check(newRead(40));
    const { verdicts } = run(facts, [server("mastodon", open), [person("a")]], [server("mastodon", open, { host: "b.example" }), [at("b.example", "b")]]);
    const [first, ...rest] = verdicts.map(({ host, towards: { [TARGET]: one } }) => ({ host, towards: one ? { [TARGET]: one } : {} }));
    const { parts, ...stored } = first?.towards[TARGET] ?? { parts: undefined };
    expect(parts).toMatchObject({ onOld: 1 });
    const counts = countUp(facts, [{ host: "far.example", towards: { [TARGET]: stored as never } }, ...rest]);
    expect(counts).toMatchObject({ missing: 2 });
    expect(counts).not.toHaveProperty("parts");
  });

  it("with a stated number: at least, without newcomers, and about how many are on neither list", () => {
    const facts = check({ before: { is: "stated", count: 60 }, ...oldRead(3), ...newRead(40) });
    const { counts, tally } = run(facts, [server("mastodon", open), people]);
    expect(counts).toMatchObject({ before: 60, beforeIs: "stated", missingIs: "at-least", newcomers: null });
    expect(tally).toMatchObject({ both: 2, here: 3, arrived: 3, neither: 1 });
    expect(counts.neither).toEqual({ about: 60 - (3 + 40 - 2), basis: "stated" });
    const few = countUp(check({ before: { is: "stated", count: 5 }, ...oldRead(3), ...newRead(40) }), []);
    expect(few.neither).toEqual({ about: 0, basis: "stated" });
  });

  it("without either: no number before, never one added up", () => {
    const { counts } = run(check(newRead(40)), [server("mastodon", open), people]);
    expect(counts).toMatchObject({ before: null, beforeIs: "unknown", newcomers: null, neither: null, newList: 40 });
  });

  it("a hidden new list: who is not seen is missing for all we know, and unknown", () => {
    const facts = check({ ...snapshot(5), targets: [{ ...NEW, list: not("hidden-by-server") }] });
    const { counts, verdicts } = run(facts, [server("mastodon", { ...open, onOld: { list: is(BLOCKED) } }), people]);
    expect(counts).toMatchObject({ here: 3, missing: 2, missingIs: "at-least", newList: null, newcomers: null, neither: null });
    expect(counts.byCause).toEqual({ here: 2, "here-under-new-name": 1, "old-server-blocked": 1, unknown: 1 });
    const outcomeOf = (user: string) => verdicts[0]?.followers.find(({ acct }) => acct === `${user}@far.example`)?.outcomes[TARGET];
    // A Mastodon takes those whom it carries over off the old list: who is in it was not carried.
    expect(outcomeOf("c")).toMatchObject({ position: "old-only", cause: "old-server-blocked", certainty: "proven" });
    const d = outcomeOf("d");
    expect(d).toMatchObject({ position: "unread", also: [{ cause: "old-server-blocked", certainty: "proven" }] });
    expect(d?.undecided[0]).toEqual({ cause: "here", gaps: ["hidden-by-server"] });
  });

  it("a new list that was cut short says why", () => {
    const facts = check({ targets: [{ ...NEW, list: is({ read: 9, stoppedBy: "over-budget" as const }) }] });
    const [verdict] = run(facts, [server("mastodon", open), [fromSnapshot("c")]]).verdicts;
    expect(verdict?.followers[0]?.outcomes[TARGET]?.undecided[0]).toEqual({ cause: "here", gaps: ["over-budget"] });
    const silent = check({ targets: [{ ...NEW, list: is({ read: 9 }) }] });
    const [other] = run(silent, [server("mastodon", open), [fromSnapshot("c")]]).verdicts;
    expect(other?.followers[0]?.outcomes[TARGET]?.undecided[0]?.gaps).toEqual(["bad-answer"]);
  });

  it("a new list still being read: judged as if missing, and counted apart", () => {
    const facts = check({ ...snapshot(5), targets: [{ ...NEW, list: is({ read: 9, stillReading: true }) }] });
    const { counts, verdicts } = run(facts, [server("mastodon", { ...open, onOld: { list: is(BLOCKED) } }), people]);
    expect(counts).toMatchObject({ here: 3, missing: 0, provisional: 2, missingIs: "at-least", newList: null });
    expect(counts.parts).toMatchObject({ onOld: 0, snapshotHere: 1, snapshotMissing: 0 });
    expect(counts.byCause).toMatchObject({ "old-server-blocked": 2 });
    const outcomes = verdicts[0]?.followers.map((one) => one.outcomes[TARGET]?.provisional);
    expect(outcomes).toEqual([undefined, undefined, true, true, undefined]);
  });

  it("an old list that was not read: nobody of a snapshot is said to be on neither", () => {
    const facts = check({ ...snapshot(5), old: { ...OLD, list: is({ read: 9, stoppedBy: "over-budget" as const }) } });
    const { verdicts, counts } = run(facts, [server("mastodon", open), [fromSnapshot("d")]]);
    expect(verdicts[0]?.followers[0]?.outcomes[TARGET]?.position).toBe("unread");
    expect(counts).toMatchObject({ missing: 1, neither: null });
    const waiting = verdicts[0]?.followers[0]?.outcomes[TARGET]?.undecided;
    expect(waiting?.some(({ cause }) => cause === "waiting-for-approval")).toBe(false);
    const locked = { ...facts, targets: [{ ...NEW, account: is({ acct: "alice@new.example", locked: true }) }] };
    expect(run(locked, [server("mastodon", open), [{ ...fromSnapshot("d"), home: is({ state: "alive" as const }) }]]).verdicts[0]?.followers[0]?.outcomes[TARGET]?.undecided).toContainEqual(
      { cause: "waiting-for-approval", gaps: ["over-budget"] },
    );
  });

  it("a move that was not made: nobody is missing for a reason", () => {
    const old = { ...OLD, account: is({ acct: "alice@old.example", movedTo: null }), actor: not("needs-signature") };
    const { counts, verdicts } = run(check({ old }), [server("mastodon", { ...open, onOld: { list: is(BLOCKED) } }), people]);
    expect(counts).toMatchObject({ byCause: {}, byGroup: {}, byReach: {} });
    expect(verdicts[0]?.followers.map(({ outcomes }) => outcomes[TARGET]?.cause)).toEqual(Array(5).fill(null));
    expect(verdicts[0]?.followers[2]?.outcomes[TARGET]).toMatchObject({ group: null, certainty: null, position: "old-only", reach: "unknown" });
  });

  it("servers that NEW limits ask for a look at the follow requests", () => {
    const facts = check();
    const { tally, verdicts } = run(facts, [server("mastodon", { ...open, byTarget: { list: is(LIMITED) } }), [person("a"), person("b", arrived)]]);
    expect(tally?.onLimited).toBe(1);
    expect(judgeMove(facts, tallyUp(facts, verdicts)).findings.map(({ cause }) => cause)).toEqual(["check-requests"]);
    const masked = { ...MASKED, ...OPEN, match: "pattern" as const, limited: true };
    expect(run(facts, [server("mastodon", { ...open, byTarget: { list: is(masked) } }), [person("a")]]).tally?.onLimited).toBe(0);
  });

  it("people on OLD itself are counted apart, by either of its names", () => {
    const facts = check({ old: { ...OLD, webHost: "web.old.example" } });
    const { tally } = run(
      facts,
      [server("mastodon", open, { host: "old.example" }), [at("old.example", "a"), at("old.example", "b", arrived)]],
      [server("mastodon", open, { host: "web.old.example" }), [at("web.old.example", "c")]],
      [server("mastodon", open), [person("d")]],
    );
    expect(tally?.own).toEqual({ stayed: 2, arrived: 1, both: 1 });
  });

  it("without a target there is nothing to count", () => {
    expect(countUp(check({ targets: [], ...snapshot(5) }), [])).toEqual({
      ...{ before: 5, beforeIs: "snapshot", here: 0, missing: 0, missingIs: "at-least", newList: null },
      ...{ newcomers: null, neither: null, byGroup: {}, byCause: {}, byReach: {} },
    });
  });
});

describe("one server", () => {
  it("names every fact, and verdicts point into them", () => {
    const facts = check();
    const asked = server("mastodon", { ...open, onOld: { list: is(BLOCKED), sight: not("needs-login") } }, { control: is(true) });
    const verdict = judgeServer(facts, judgeMove(facts), asked, [person("a"), person("b", arrived)]);
    expect(verdict.facts.map(({ fact, target }) => (target ? `${fact} ${target}` : fact))).toEqual([
      ...["nodeinfo", "ability", "life", "control", "onOld.list", "onOld.sight"],
      ...["onTarget.list new.example", "byOld.list", "byTarget.list new.example"],
    ]);
    const because = verdict.followers[0]?.outcomes[TARGET]?.because ?? [];
    expect(because.map((place) => (typeof place === "number" ? verdict.facts[place]?.fact : place.fact))).toEqual(["onOld.list"]);
    expect(verdict.followers[1]?.outcomes[TARGET]?.because).toMatchObject([{ fact: "target.list", value: true }]);
    expect(verdict).toMatchObject({ host: "far.example", known: 2, onePerson: false });
    expect(verdict.towards[TARGET]).toMatchObject({
      ...{ here: 1, missing: 1, arrived: 1, stayed: 1, both: 1, reach: "works", reachCertainty: "likely" },
      certainties: { here: "proven", "old-server-blocked": "proven" },
    });
  });

  it("shows a person's own fact where it decides", () => {
    const facts = check();
    const home = is({ state: "deleted" as const });
    const verdict = judgeServer(facts, judgeMove(facts), server("mastodon", open), [person("a", { home })]);
    expect(verdict.followers[0]?.outcomes[TARGET]?.because).toEqual([
      { fact: "home", value: { state: "deleted" }, source: expect.objectContaining({ kind: "network" }) },
    ]);
  });

  it("has no verdict on newcomers, and none on nobody", () => {
    const facts = check();
    const newcomer = { acct: "new@far.example", server: "far.example", in: [TARGET] };
    const verdict = judgeServer(facts, judgeMove(facts), server("mastodon", open), [newcomer]);
    expect(verdict).toMatchObject({ known: 0, onePerson: false, followers: [] });
    expect(verdict.towards[TARGET]).toMatchObject({ here: 0, missing: 0, arrived: 1, reach: "works" });
    expect(judgeServer(check({ targets: [] }), judgeMove(facts), server(null), [])).toMatchObject({ towards: {}, followers: [] });
  });

  it("gives everybody the verdict of his own, however alike they are", () => {
    const facts = check();
    const crowd = [
      person("plain"),
      person("told", { home: is({ state: "deleted" }) }),
      person("dead", { old: { suspended: true } }),
      person("mourned", { old: { memorial: true } }),
      person("left", { old: { moved: "left@else.example" } }),
      person("renamed", { hereAs: "renamed@else.example" }),
      person("bare", { old: {} }),
      person("failed", { old: {}, home: not("over-budget") }),
      person("plain2"),
    ];
    const { followers } = judgeServer(facts, judgeMove(facts), server("mastodon", open), crowd);
    const gapsOf = (cause: string) => followers.map(({ outcomes }) => outcomes[TARGET]?.undecided.find((one) => one.cause === cause)?.gaps[0]);
    expect(followers.map(({ outcomes }) => outcomes[TARGET]?.cause)).toEqual([
      ...["unknown", "account-gone", "account-gone", "account-gone", "unknown", "here-under-new-name"],
      ...["unknown", "unknown", "unknown"],
    ]);
    expect(gapsOf("account-gone")).toEqual([...Array(6).fill(undefined), "not-asked", "over-budget", undefined]);
  });

  it("tells who is in the old list from who is only in a snapshot", () => {
    const facts = check();
    const crowd = [person("both", { old: {}, before: "snapshot" }), fromSnapshot("one")];
    const { followers } = judgeServer(facts, judgeMove(facts), server("mastodon", open), crowd);
    expect(followers.map(({ outcomes }) => outcomes[TARGET]?.position)).toEqual(["old-only", "neither"]);
  });

  it("yields often enough for others to get their turn", () => {
    const facts = check();
    const crowd = Array.from({ length: 1_200 }, (_, one) => person(`p${one}`));
    const turns = [...judgeInSlices(facts, judgeMove(facts), server("mastodon", open), crowd)];
    expect(turns).toHaveLength(4);
  });
});

describe("before a move", () => {
  const c = { ...NEW, key: "c.example", host: "c.example", webHost: "c.example", acct: "alice@c.example" };
  const facts = check({ mode: "planned", old: { ...OLD, account: is({ acct: "alice@old.example", movedTo: null }), actor: is({ uri: "u", movedTo: null }) }, targets: [NEW, { ...c, account: is({ acct: "alice@c.example", locked: true }) }] });
  const both = (one: ServerFacts): ServerFacts => ({
    ...one,
    onTarget: { ...one.onTarget, "c.example": { list: is(OPEN) } },
    byTarget: { ...one.byTarget, "c.example": { list: is(OPEN) } },
  });
  const servers: readonly (readonly [ServerFacts, readonly Person[]])[] = [
    [both(server("mastodon", open, { host: "a.example" })), [at("a.example", "a"), at("a.example", "b")]],
    [both(server("mastodon", { ...open, onTarget: { list: is(BLOCKED) } }, { host: "b.example" })), [at("b.example", "a")]],
    [both(server("mastodon", { ...open, onOld: { list: is(BLOCKED) }, onTarget: { list: is(BLOCKED) } }, { host: "d.example" })), [at("d.example", "a")]],
    [both(server("lemmy", open, { host: "e.example" })), [at("e.example", "a"), at("e.example", "b"), at("e.example", "c")]],
    [server(null, {}, { host: "f.example", life: is({ state: "gone", by: "everything" }) }), [at("f.example", "a")]],
    [server(null, {}, { host: "g.example" }), [at("g.example", "a")]],
  ];
  const move = judgeMove(facts);
  const verdicts = servers.map(([one, people]) => judgeServer(facts, move, one, people));
  const plan = planned(facts, move, verdicts);

  it("says of each candidate who would come, who may, and what stands in the way", () => {
    const [first, second] = plan.candidates;
    expect(first).toMatchObject({
      ...{ server: TARGET, clear: 2, unknown: 1, clearOrUnknown: 3, waits: 0, cannot: 6 },
      byCause: { clear: 2, "new-server-blocked": 2, "software-ignores-move": 3, "server-gone": 1, unknown: 1 },
      warnings: [],
    });
    expect(first?.servers).toEqual([
      { host: "e.example", followers: 3, cause: "software-ignores-move", certainty: "proven" },
      { host: "b.example", followers: 1, cause: "new-server-blocked", certainty: "proven" },
      { host: "d.example", followers: 1, cause: "new-server-blocked", certainty: "proven" },
      { host: "f.example", followers: 1, cause: "server-gone", certainty: "proven" },
      { host: "g.example", followers: 1, cause: "unknown", certainty: null },
    ]);
    expect(second).toMatchObject({ clear: 0, waits: 4, cannot: 5, unknown: 0, warnings: [{ id: "new-account-locked" }] });
  });

  it("says who is lost whatever one chooses, though something else is shown for them here", () => {
    expect(plan.lostWhatever).toEqual({
      count: 5,
      byCause: { "software-ignores-move": 3, "old-server-blocked": 1, "server-gone": 1 },
    });
  });

  it("says who is out of reach already, for staying is a choice too", () => {
    expect(plan.staying.unreachable).toBe(2);
    expect(plan.staying.servers.map(({ host, cause }) => [host, cause])).toEqual([
      ["d.example", "old-server-blocked"],
      ["f.example", "server-gone"],
    ]);
  });

  it("says how sure it is of each reason to be cut off, also where another one is shown first", () => {
    expect(plan.staying.servers.map(({ host, certainty }) => [host, certainty])).toEqual([
      ["d.example", "proven"],
      ["f.example", "proven"],
    ]);
  });

  it("counts nobody as clear or waiting who is gone", () => {
    expect(planned(check({ mode: "planned", targets: [] }), move, [])).toEqual({
      candidates: [],
      staying: { unreachable: 0, servers: [] },
      lostWhatever: { count: 0, byCause: {} },
    });
  });

  it("keeps null for moves alone: every outcome has a cause", () => {
    const causes = verdicts.flatMap(({ followers }) => followers.flatMap(({ outcomes }) => Object.values(outcomes).map(({ cause }) => cause)));
    expect(causes).not.toContain(null);
    expect(verdicts[0]?.followers[0]?.outcomes[TARGET]).toMatchObject({ position: "old-only", cause: "clear", group: null });
  });
});
