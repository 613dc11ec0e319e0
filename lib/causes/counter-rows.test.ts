// biome-ignore-all format: one row of the table is one line, or nobody can read it as a table.
import { describe, expect, it } from "vitest";
import type { OwnBlock } from "#lib/domain/evidence/answers.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { BLOCKED, check, fromSnapshot, is, LIMITED, MASKED, NEW, not, OLD, OPEN, person, type SampleFacts, type SampleSoftware, STOPPED, server, TARGET, whole } from "#testing/sample.ts";
import { CAUSE_IDS, type CauseId } from "./index.ts";
import { judgeMove, judgeServer } from "./judge.ts";

type Rest = { readonly check?: Partial<CheckFacts>; readonly server?: Partial<ServerFacts>; readonly others?: readonly Person[] };
type Row = [story: string, software: SampleSoftware | null, shows: SampleFacts, who: Person, rest?: Rest];

const [bo, cy] = [person("bo"), fromSnapshot("cy")];
const alive = { ...cy, home: is({ state: "alive" as const }) };
const ours = { byOld: { list: is(OPEN) }, byTarget: { list: is(OPEN) } };
const knows = is({ seen: "known" as const, moved: null });
const redirected = is({ seen: "known" as const, moved: "alice@new.example" });
const shown = is({ seen: "known" as const });
const suspended = is({ seen: "known" as const, suspended: true });
const absent = is({ seen: "absent" as const });
const hidden = not("hidden-by-server");
const withBo = whole({ accts: ["bo@far.example"] });
const open: SampleFacts = { ...ours, onOld: { list: is(OPEN), sight: knows, view: withBo }, onTarget: { list: is(OPEN), sight: shown } };
const owns = (server: boolean, ...people: string[]) => whole({ server, people });
const locked = { targets: [{ ...NEW, account: is({ acct: "alice@new.example", locked: true }) }] };
const signedIn = { targets: [{ ...NEW, requests: whole({ waiting: 0, known: 0 }) }] };
const arrived = { arrived: { [TARGET]: 31 } };
const inside: Partial<ServerFacts> = { ability: is({ onMove: "inside", needsMovedTo: false, keepsOldFollow: true, certainty: "proven" }) };
const insideSince: Partial<ServerFacts> = { ability: is({ onMove: "inside", needsMovedTo: false, keepsOldFollow: true, sinceDay: "2026-05-13", certainty: "likely" }) };
const gone = (side: typeof OLD) => ({ ...side, account: is({ acct: side.acct ?? "", suspended: true }) });

/** Each cause with what looks like it, and is something else. */
const LOOKS_LIKE: Readonly<Record<CauseId, readonly Row[]>> = {
  here: [["another candidate's list names him", "mastodon", open, person("bo", { in: ["third.example"] })]],
  "here-under-new-name": [["he moved, and his new account is not in the list", "gotosocial", open, person("bo", { home: is({ state: "moved", movedTo: "bo@x.example" }) })]],
  "server-gone": [
    ["silent once", null, {}, bo, { server: { life: is({ state: "silent" }), nodeinfo: not("unreachable") } }],
    ["every answer a refusal", "mastodon", { onOld: { list: not("refused-us"), sight: not("refused-us") } }, bo],
  ],
  "account-gone": [
    ["nobody knows the name, which may be an old one", "mastodon", open, person("bo", { home: not("never-met") })],
    ["his server does not answer", "mastodon", open, person("bo", { home: not("unreachable") })],
  ],
  "here-through-bridge": [
    ["NEW blocks the bridge", null, { ...ours, byTarget: { list: is(BLOCKED) } }, bo, { server: inside }],
    ["gone behind the bridge", null, ours, person("bo", { home: is({ state: "deleted" }) }), { server: inside }],
    ["before a move", null, ours, bo, { server: inside, check: { mode: "planned" } }],
    ["in neither list: he left by himself", null, ours, fromSnapshot("bo"), { server: inside }],
    ["the Move is older than the day on which the bridge learnt it", null, ours, bo, { server: insideSince, check: { movedAt: is("2026-05-12T20:00:00.000Z") } }],
  ],
  "moved-on": [["a Mastodon carries along who has moved on", "mastodon", open, person("bo", { home: is({ state: "moved", movedTo: "bo@x.example" }) })]],
  "new-server-blocked": [
    ["a masked row fits NEW", "mastodon", { ...open, onTarget: { list: is(MASKED) } }, bo],
    ["it limits NEW", "mastodon", { ...open, onTarget: { list: is(LIMITED), sight: shown } }, bo],
    ["NEW is not found and not among its peers", "mastodon", { ...open, onTarget: { list: hidden, sight: absent, peer: is(false) } }, bo],
    ["it suspends NEW's account alone", "mastodon", { ...open, onTarget: { list: hidden, sight: suspended } }, bo],
  ],
  "new-account-suspended": [["NEW is suspended at home, and others only repeat it", "mastodon", { ...open, onTarget: { list: is(OPEN), sight: suspended } }, bo, { check: { targets: [gone(NEW)] } }]],
  "blocked-by-new-server": [
    ["NEW limits F", "mastodon", { ...open, byTarget: { list: is(LIMITED) } }, alive],
    ["F is not among NEW's peers", "mastodon", { ...open, byTarget: { list: hidden, peer: is(false) } }, alive],
  ],
  "closed-federation": [["it talks to named servers, and somebody of it is here", "mastodon", { ...open, onTarget: { list: hidden } }, bo, { server: { instance: is({ limitedFederation: true }), ...arrived } }]],
  "new-server-given-up": [["it gave OLD up, which keeps no follow of NEW in", "misskey", { ...ours, onOld: { list: is(STOPPED) }, onTarget: { list: is(OPEN) } }, bo]],
  "you-block-their-server": [
    ["the owner blocks one person of it", "mastodon", { ...open, byTarget: { own: owns(false, "bo@far.example") } }, bo],
    ["the owner's account was not asked", "mastodon", open, alive],
    ["before a move", "mastodon", { ...open, byTarget: { own: owns(true) } }, bo, { check: { mode: "planned" } }],
    ["he is here all the same", "mastodon", { ...open, byTarget: { own: owns(true) } }, person("bo", { in: [TARGET] })],
  ],
  "you-block-them": [
    ["the owner blocks somebody else there", "mastodon", { ...open, byTarget: { own: owns(false, "zoe@far.example") } }, bo],
    ["not all of the owner's blocks could be read", "mastodon", { ...open, byTarget: { own: { ...is({ server: false, people: [] }), complete: false } as Fact<OwnBlock> } }, bo],
  ],
  "old-server-blocked": [
    ["not found, and its own people are not either", "mastodon", { ...ours, onOld: { list: hidden, sight: absent }, onTarget: { list: hidden } }, bo, { server: { control: is(false) } }],
    ["not found, for the account is deleted everywhere", "mastodon", { ...ours, onOld: { list: hidden, sight: absent }, onTarget: { list: hidden } }, bo, { server: { control: is(true) }, check: { old: gone(OLD) } }],
    ["it limits OLD", "mastodon", { ...open, onOld: { list: is(LIMITED), sight: knows, view: withBo } }, bo],
  ],
  "old-account-suspended": [["OLD is suspended at home, and others only repeat it", "mastodon", { ...open, onOld: { list: hidden, sight: suspended } }, bo, { check: { old: gone(OLD) } }]],
  "blocked-by-old-server": [
    ["a file of severed ties does not say who cut them", "mastodon", { ...open, byOld: { list: hidden } }, { ...cy, before: "severed" }],
    ["he stands in OLD's list", "mastodon", { ...open, byOld: { list: is(BLOCKED) } }, bo],
  ],
  ghost: [
    ["F's list was cut short", "mastodon", { ...open, onOld: { sight: knows, view: is({ accts: ["di@far.example"] }) } }, bo],
    ["the Move emptied F's list for everybody", "mastodon", { ...open, onOld: { list: is(OPEN), sight: redirected, view: whole({ accts: ["di@far.example"] }) } }, bo],
  ],
  "software-ignores-move": [["it carries moves out", "gotosocial", open, bo]],
  "no-moved-to": [["it acts on the Move itself", "gotosocial", ours, bo, { check: { old: { ...OLD, actor: is({ uri: "https://old.example/users/alice" }) } } }]],
  "waiting-for-approval": [
    ["NEW is locked, and he is gone", "mastodon", open, { ...cy, home: is({ state: "deleted" }) }, { check: locked }],
    ["NEW is locked, and blocks F", "mastodon", { ...open, byTarget: { list: is(BLOCKED) } }, alive, { check: locked }],
    ["NEW is locked, and nobody asked: the old list has him", "mastodon", open, bo, { check: locked }],
    ["NEW is locked, and its own people need no approval", "mastodon", ours, fromSnapshot("nora", { server: TARGET, home: is({ state: "alive" }) }), { check: locked, server: { host: TARGET } }],
  ],
  "still-arriving": [["ten days after", "mastodon", open, bo, { check: { movedAt: is("2026-06-20T12:00:00Z") } }]],
  "accepted-not-done": [["who is still listed there is hidden", "mastodon", { ...open, onOld: { sight: redirected, view: hidden } }, bo]],
  "notice-lost": [
    ["NEW may block F: its owner sees who waits, and looked F up in vain", "mastodon", { ...open, byTarget: { list: hidden, resolve: not("unreachable") } }, bo, { check: signedIn }],
    ["F may block NEW", "mastodon", { ...open, onTarget: { list: hidden, sight: absent } }, bo],
    ["F shows the move", "mastodon", { ...open, onOld: { list: is(OPEN), sight: redirected, view: withBo } }, bo],
  ],
};

describe.each(CAUSE_IDS)("it is not %s", (cause) => {
  it.each(LOOKS_LIKE[cause])("where %s (%s)", (_, software, shows, who, rest = {}) => {
    const facts = check(rest.check);
    const verdict = judgeServer(facts, judgeMove(facts), server(software, shows, rest.server), [who, ...(rest.others ?? [])]);
    const outcome = verdict.followers[0]?.outcomes[TARGET];
    expect(outcome?.cause).toBeTruthy();
    expect([outcome?.cause, ...(outcome?.also ?? []).filter(({ certainty }) => certainty !== "possible").map((one) => one.cause)]).not.toContain(cause);
  });
});
