// biome-ignore-all format: one row of the table is one line, or nobody can read it as a table.
import { describe, expect, it } from "vitest";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import {
  ABILITIES,
  BLOCKED,
  check,
  fromSnapshot,
  is,
  LEFT_OUT,
  LIMITED,
  MASKED,
  NEW,
  NOW,
  not,
  OLD,
  OPEN,
  PARENT,
  person,
  type SampleFacts,
  type SampleSoftware,
  STOPPED,
  server,
  TARGET,
  whole,
} from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

/** One row: what a server lets strangers see, who is asked about, and the answer as "cause certainty, reach". */
type Row = [
  story: string,
  software: SampleSoftware | null,
  shows: SampleFacts,
  who: Person,
  answer: string,
  rest?: {
    readonly check?: Partial<CheckFacts>;
    readonly server?: Partial<ServerFacts>;
    readonly others?: readonly Person[];
  },
];

const bo = person("bo");
const cy = fromSnapshot("cy");
const alive = { ...cy, home: is({ state: "alive" as const }) };
const hidden = not("hidden-by-server");
const login = not("needs-login");

/** The mover's own two servers publish their lists; both know nothing against F. */
const ours = { byOld: { list: is(OPEN) }, byTarget: { list: is(OPEN) } };
const knows = is({ seen: "known" as const, moved: null });
const redirected = is({ seen: "known" as const, moved: "alice@new.example" });
const known = is({ seen: "known" as const });
const absent = is({ seen: "absent" as const });
const follows = (...accts: string[]) => whole({ accts });
const withBo = follows("bo@far.example", "di@far.example");
const withoutBo = follows("di@far.example");

const notFound = (status: number) => ({
  ...{ known: true as const, value: { state: "deleted" as const } },
  source: { kind: "network" as const, at: NOW, status },
});

/** A Mastodon that publishes its list and answers look-ups; nothing in it stands in the way. */
const publishes: SampleFacts = {
  ...ours,
  onOld: { list: is(OPEN), sight: knows, view: withBo },
  onTarget: { list: is(OPEN), sight: absent },
};
/** The default: the list hidden, look-ups open. */
const hides = (onOld: SampleFacts["onOld"], onTarget: SampleFacts["onTarget"]): SampleFacts => ({
  ...ours,
  onOld: { list: hidden, ...onOld },
  onTarget: { list: hidden, ...onTarget },
});
const closed: SampleFacts = {
  ...ours,
  onOld: { list: login, sight: login, view: login },
  onTarget: { list: login, sight: login, view: login },
};
const lists = (onOld: typeof OPEN, onTarget: typeof OPEN): SampleFacts => ({
  ...ours,
  onOld: { list: is(onOld) },
  onTarget: { list: is(onTarget) },
});
/** A GoToSocial with no row against anybody, and the names on its list of allows. */
const allows = (old: boolean, fresh: boolean): SampleFacts => ({
  ...ours,
  onOld: { list: is(OPEN), allow: is(old) },
  onTarget: { list: is(OPEN), allow: is(fresh) },
});
const metOnly = is({ ...ABILITIES.snac, onlyIfMet: true as const });
const othersOnly = is({ ...ABILITIES.misskey, skipsLocals: true as const });
const bridge = is({ onMove: "inside" as const, needsMovedTo: false, keepsOldFollow: true, sinceDay: "2026-05-13", certainty: "likely" as const });
const turnedAway = { refusesSigned: is(true) };
const control = { control: is(true) };
const arrived = { arrived: { [TARGET]: 31 } };
const locked = { targets: [{ ...NEW, account: is({ acct: "alice@new.example", locked: true }) }] };
/** A NEW that is in secure mode gives its account to nobody who signs nothing; a plain one shows it even to those it suspends. */
const newActor = NEW.actor.known ? NEW.actor.value : { uri: "" };
const plainNew: Side = { ...NEW, actor: is({ ...newActor, unsigned: true as const }) };
const plain = (change: Partial<Side> = {}) => ({ targets: [{ ...plainNew, ...change }] });
/** NEW talks to named servers alone, and shows strangers nothing. */
const closedNew = { targets: [{ ...NEW, limitedFederation: is(true), list: login, actor: not("refused-us") }] };
/** NEW shows nobody whom it blocks. */
const newHides = (facts: SampleFacts): SampleFacts => ({ ...facts, byTarget: { list: hidden } });
const snapshot = { before: { is: "snapshot" as const, count: 100 } };

const crowd = ["p", "q", "r", "s"].map((user) => person(user));

/** OLD is an Akkoma: it says nowhere that it moved. */
const silentOld = { old: { ...OLD, actor: is({ uri: "https://old.example/users/alice" }) } };
const five = { others: crowd };

const MASTODON: readonly Row[] = [
  ["in the new list alone, and F lists him for NEW", "mastodon", hides({ sight: redirected, view: withoutBo }, { view: withBo }), fromSnapshot("bo", { in: [TARGET] }), "here proven, works"],
  ["in the new list, and F lists others for NEW", "mastodon", hides({}, { view: withoutBo }), person("bo", { in: [TARGET] }), "here proven, works"],
  ["memorial, as his own server says", "mastodon", publishes, person("bo", { home: is({ state: "memorial" }) }), "account-gone proven, gone"],
  ["not found at home", "mastodon", publishes, person("bo", { old: {}, home: not("never-met") }), "unknown, works"],
  ["list hidden, OLD 404 with control and absent from peers", "mastodon", hides({ sight: absent, peer: is(false) }, {}), bo, "old-server-blocked likely, unknown", { server: control }],
  ["list names NEW by digest, NEW 404 and absent from peers", "mastodon", { ...publishes, onTarget: { list: is(BLOCKED), sight: absent, peer: is(false) } }, bo, "new-server-blocked proven, blocked"],
  ["NEW 404, absent from peers, control 200", "mastodon", hides({ sight: knows, view: withBo }, { sight: absent, peer: is(false) }), bo, "unknown, unknown", { server: control }],
  ["OLD's account alone suspended, others of F came", "mastodon", hides({ sight: is({ seen: "known", suspended: true }) }, {}), bo, "old-account-suspended likely, unknown", { server: arrived }],
  ["shows moved, lists him for OLD, others of F came", "mastodon", hides({ sight: redirected, view: withBo }, { sight: known }), bo, "accepted-not-done likely, works", { server: arrived }],
  ["shows moved, lists all five for OLD", "mastodon", hides({ sight: redirected, view: withBo }, { sight: known }), bo, "accepted-not-done likely, works", five],
  ["shows a move to a third account", "mastodon", hides({ sight: is({ seen: "known", moved: "alice@third.example" }), view: withBo }, { sight: known }), bo, "unknown, works"],
  ["in the new list", "mastodon", closed, person("bo", { in: [TARGET] }), "here proven, works"],
  ["in both lists", "mastodon", publishes, person("bo", { in: [TARGET] }), "here proven, works"],
  ["moved too, and the other account is there", "mastodon", closed, person("bo", { hereAs: "bo@x.example" }), "here-under-new-name likely, unknown"],
  ["410 on everything", "mastodon", {}, bo, "server-gone proven, gone", { server: { life: is({ state: "gone", by: "everything" }) } }],
  ["silent again a day later", null, {}, bo, "server-gone likely, gone", { server: { life: is({ state: "dead" }) } }],
  ["one failed try", null, {}, bo, "unknown, unknown", { server: { life: is({ state: "silent" }) } }],
  ["account not found (404)", "mastodon", publishes, person("bo", { home: notFound(404) }), "account-gone likely, gone"],
  ["account gone by its server's word", "mastodon", publishes, person("bo", { home: notFound(410) }), "account-gone proven, gone"],
  ["account deleted (410)", "mastodon", publishes, person("bo", { home: is({ state: "deleted" }) }), "account-gone proven, gone"],
  ["account suspended at home", "mastodon", publishes, person("bo", { home: is({ state: "suspended" }) }), "account-gone proven, gone"],
  ["memorial, by OLD's row", "mastodon", publishes, person("bo", { old: { memorial: true } }), "account-gone likely, gone"],
  ["moved elsewhere himself", "mastodon", publishes, person("bo", { home: is({ state: "moved", movedTo: "bo@x.example" }) }), "notice-lost possible, works"],
  ["moved elsewhere, by OLD's row", "mastodon", publishes, person("bo", { old: { moved: "bo@x.example" } }), "notice-lost possible, works"],
  ["list names OLD by digest", "mastodon", { ...publishes, onOld: { list: is(BLOCKED), sight: absent } }, bo, "old-server-blocked proven, unknown"],
  ["list names OLD, others of F came", "mastodon", { ...publishes, onOld: { list: is(BLOCKED) } }, bo, "old-server-blocked proven, unknown", { server: arrived }],
  ["list names a parent of OLD", "mastodon", { ...publishes, onOld: { list: is(PARENT) } }, bo, "old-server-blocked likely, unknown"],
  ["a parent of OLD, yet OLD's account is shown", "mastodon", { ...publishes, onOld: { list: is(PARENT), sight: knows, view: withBo } }, bo, "notice-lost possible, works"],
  ["list limits OLD", "mastodon", { ...publishes, onOld: { ...publishes.onOld, list: is(LIMITED) } }, bo, "notice-lost possible, works"],
  ["list hidden, OLD 404 and control 200", "mastodon", hides({ sight: absent }, {}), bo, "old-server-blocked likely, unknown", { server: control }],
  ["list hidden, OLD 404, control not asked", "mastodon", hides({ sight: absent }, {}), bo, "unknown, unknown"],
  ["complete list without OLD, OLD 404", "mastodon", { ...publishes, onOld: { list: is(OPEN), sight: absent, view: withBo } }, bo, "unexplained, works", { server: control }],
  ["OLD 404 with control, OLD among peers", "mastodon", hides({ sight: absent, peer: is(true) }, {}), bo, "unknown, unknown", { server: control }],
  ["OLD's account alone suspended", "mastodon", hides({ sight: is({ seen: "known", suspended: true }) }, { sight: known }), bo, "old-account-suspended likely, unknown"],
  ["list names NEW", "mastodon", { ...publishes, onTarget: { list: is(BLOCKED) } }, bo, "new-server-blocked proven, blocked"],
  ["list names a parent of NEW", "mastodon", { ...publishes, onTarget: { list: is(PARENT) } }, bo, "new-server-blocked likely, blocked"],
  ["NEW's account alone suspended", "mastodon", hides({ sight: knows }, { sight: is({ seen: "known", suspended: true }) }), bo, "new-account-suspended likely, blocked"],
  ["NEW's account alone suspended; the list, published, has nothing on NEW", "mastodon", { ...publishes, onTarget: { list: is(OPEN), sight: is({ seen: "known", suspended: true }), peer: is(true) } }, bo, "new-account-suspended likely, blocked", { server: arrived }],
  ["a masked row fits NEW", "mastodon", { ...publishes, onTarget: { list: is(MASKED) } }, bo, "unknown, unknown"],
  ["list names NEW, others of F came", "mastodon", { ...publishes, onTarget: { list: is(BLOCKED) } }, bo, "new-server-blocked proven, blocked", { server: arrived }],
  ["list names OLD and NEW", "mastodon", { ...publishes, ...lists(BLOCKED, BLOCKED) }, bo, "new-server-blocked proven, blocked"],
  ["knows OLD without moved, NEW shown, one person", "mastodon", hides({ sight: knows, view: withBo }, { sight: known }), bo, "notice-lost possible, works"],
  ["the same, and nobody of five came", "mastodon", hides({ sight: knows, view: follows("bo@far.example", "p@far.example") }, { sight: known }), bo, "notice-lost likely, works", { others: crowd }],
  ["NEW 404 but among peers", "mastodon", hides({ sight: knows, view: withBo }, { sight: absent, peer: is(true) }), bo, "notice-lost possible, works"],
  ["NEW 404 and absent from peers", "mastodon", hides({ sight: knows, view: withBo }, { sight: absent, peer: is(false) }), bo, "unknown, unknown"],
  ["shows moved, yet lists him for OLD", "mastodon", hides({ sight: redirected, view: withBo }, { sight: known }), bo, "accepted-not-done likely, works"],
  ["shows moved, view hidden", "mastodon", hides({ sight: redirected, view: hidden }, { sight: known }), bo, "unknown, unknown"],
  ["in OLD's list, his own server does not list him", "mastodon", hides({ sight: knows, view: withoutBo }, { sight: known }), bo, "ghost likely, unknown"],
  ["the same, by a list that was cut short", "mastodon", hides({ sight: knows, view: is({ accts: ["di@far.example"] }) }, { sight: known }), bo, "unknown, unknown"],
  ["the same, by a masked empty list", "mastodon", hides({ sight: knows, view: follows() }, { sight: known }), bo, "unknown, unknown"],
  ["closed federation, by v2/instance", "mastodon", closed, bo, "closed-federation likely, unknown", { server: { instance: is({ limitedFederation: true }) } }],
  ["closed federation, yet others of F came", "mastodon", closed, bo, "unknown, unknown", { server: { instance: is({ limitedFederation: true }), ...arrived } }],
  ["401 to everything", "mastodon", closed, bo, "unknown, unknown"],
  ["list refused by robots", "mastodon", { ...ours, onOld: { list: not("refused-robots") }, onTarget: { list: not("refused-robots") } }, bo, "unknown, unknown"],
  ["told by somebody there: OLD is blocked", "mastodon", hides({ told: is(BLOCKED) }, {}), bo, "old-server-blocked likely, unknown"],
  ["told: NEW is blocked; nothing published", "mastodon", hides({}, { told: is(BLOCKED) }), bo, "new-server-blocked likely, unknown"],
  ["two days after the move", "mastodon", hides({ sight: knows, view: withBo }, { sight: known }), bo, "still-arriving likely, works", { check: { movedAt: is("2026-06-28T18:00:00Z") } }],
  ["two days after, and the list names OLD", "mastodon", { ...publishes, onOld: { list: is(BLOCKED) } }, bo, "old-server-blocked proven, unknown", { check: { movedAt: is("2026-06-28T18:00:00Z") } }],
  ["nobody knows when", "mastodon", hides({ sight: redirected, view: withBo }, { sight: known }), bo, "accepted-not-done possible, works", { check: { movedAt: not("not-asked") } }],
  ["NEW hides whom it blocks, and F shows no sign of the move", "mastodon", newHides(hides({ sight: knows, view: withBo }, { sight: known })), bo, "notice-lost possible, unknown", { check: plain() }],
  ["the same, and nobody of five came", "mastodon", newHides(hides({ sight: knows, view: follows("bo@far.example", "p@far.example") }, { sight: known })), bo, "notice-lost likely, unknown", { check: plain(), others: crowd }],
  ["NEW hides whom it blocks, and F shows moved", "mastodon", newHides(hides({ sight: redirected, view: withBo }, { sight: known })), bo, "accepted-not-done likely, unknown", { check: plain() }],
  ["NEW hides whom it blocks, its followers, and of old whether it talks to all", "mastodon", newHides(hides({ sight: redirected, view: withBo }, { sight: known })), bo, "accepted-not-done likely, unknown", { check: plain({ list: hidden, limitedFederation: not("not-offered") }) }],
  ["NEW talks to named servers only, and F lists people of its own for it", "mastodon", { ...publishes, onTarget: { list: is(OPEN), view: follows("di@far.example") }, byTarget: { list: login } }, bo, "notice-lost possible, works", { check: closedNew }],
  ["the same, and nobody of F follows it", "mastodon", { ...publishes, byTarget: { list: login } }, bo, "closed-federation likely, unknown", { check: closedNew }],
  ["the same, and the list of NEW that was read has nobody of F", "mastodon", { ...publishes, onTarget: { list: is(OPEN), view: follows("di@far.example") }, byTarget: { list: login } }, bo, "closed-federation likely, unknown", { check: { targets: [{ ...NEW, limitedFederation: is(true) }] } }],
  ["NEW hides whom it blocks and wants signatures: it may have kept F from reading it", "mastodon", newHides(hides({ sight: knows, view: withBo }, { sight: known })), bo, "unknown, unknown"],
  ["NEW hides whom it blocks and is a GoToSocial", "mastodon", newHides(hides({ sight: knows, view: withBo }, { sight: known })), bo, "unknown, unknown", { check: plain({ software: is({ name: "gotosocial", version: "0.20.0" }) }) }],
  ["NEW hides whom it blocks, and OLD keeps whom a Move takes along", "mastodon", newHides(hides({ sight: knows, view: withBo }, { sight: known })), bo, "unknown, unknown", { check: { ...plain(), old: { ...OLD, software: is({ name: "misskey", version: "2025.11.1" }) } } }],
  ["NEW's list names F, whose people stayed for another reason", "mastodon", { ...hides({ sight: knows, view: withBo }, { sight: known }), byTarget: { list: is(BLOCKED) } }, bo, "blocked-by-new-server proven, blocked", { check: plain() }],
];

const NEITHER: readonly Row[] = [
  ["NEW hides whom it blocks: a follow may have been refused", "mastodon", newHides(publishes), alive, "unknown, unknown", { check: plain() }],
  ["F lists him for neither, nothing is in the way", "mastodon", { ...publishes, onOld: { ...publishes.onOld, view: withoutBo }, onTarget: { list: is(OPEN), view: withoutBo } }, { ...cy, home: is({ state: "alive" }) }, "unexplained, works"],
  ["F's list names a parent of OLD", "mastodon", { ...publishes, onOld: { list: is(PARENT) } }, cy, "old-server-blocked likely, unknown"],
  ["NEW's list limits a parent of F", "mastodon", { ...publishes, byTarget: { list: is({ ...LIMITED, match: "parent" }) } }, alive, "waiting-for-approval likely, waits"],
  ["NEW, a Misskey, silences F", "mastodon", { ...publishes, byTarget: { list: is(LIMITED) } }, alive, "waiting-for-approval likely, waits", { check: { targets: [{ ...NEW, software: is({ name: "misskey", version: "2025.4" }) }] } }],
  ["NEW is locked, the old list was not read", "mastodon", publishes, cy, "unknown, unknown", { check: { ...locked, old: { ...OLD, list: not("hidden-by-server") } } }],
  ["two days after the move", "mastodon", publishes, { ...cy, home: is({ state: "alive" }) }, "still-arriving likely, works", { check: { movedAt: is("2026-06-28T18:00:00Z") } }],
  ["NEW is locked", "mastodon", publishes, alive, "waiting-for-approval likely, waits", { check: { ...locked, ...snapshot } }],
  ["NEW's list limits F", "mastodon", { ...publishes, byTarget: { list: is(LIMITED) } }, alive, "waiting-for-approval likely, waits"],
  ["NEW shows an account of F as limited", "mastodon", { ...publishes, byTarget: { list: hidden, sight: is({ seen: "known", limited: true }) } }, alive, "waiting-for-approval likely, waits"],
  ["NEW's list names F", "mastodon", { ...publishes, byTarget: { list: is(BLOCKED) } }, cy, "blocked-by-new-server proven, blocked"],
  ["NEW's list names a parent of F", "mastodon", { ...publishes, byTarget: { list: is(PARENT) } }, cy, "blocked-by-new-server likely, blocked"],
  ["NEW's list of allowed servers lacks F", "mastodon", { ...publishes, byTarget: { list: is(LEFT_OUT) } }, cy, "closed-federation proven, blocked"],
  ["NEW talks to named servers only", "mastodon", { ...publishes, byTarget: { list: login } }, cy, "closed-federation likely, unknown", { check: { targets: [{ ...NEW, limitedFederation: is(true) }] } }],
  ["F's list names OLD", "mastodon", { ...publishes, onOld: { list: is(BLOCKED) } }, cy, "old-server-blocked proven, unknown"],
  ["OLD's list names F", "mastodon", { ...publishes, byOld: { list: is(BLOCKED) } }, cy, "blocked-by-old-server proven, unknown"],
  ["OLD's list names F; only a plain list knows him", "mastodon", { ...publishes, byOld: { list: is(BLOCKED) } }, { ...cy, before: "list" }, "unknown, unknown"],
  ["in OLD's file of severed relationships", "mastodon", { ...publishes, byOld: { list: hidden } }, { ...cy, before: "severed" }, "unknown, unknown"],
  ["severed, and the block lifted since", "mastodon", publishes, { ...cy, before: "severed", home: is({ state: "alive" }) }, "unexplained, works"],
  ["everything readable, nothing found", "mastodon", { ...publishes, onOld: { ...publishes.onOld, view: withoutBo } }, { ...cy, home: is({ state: "alive" }) }, "unexplained, works"],
  ["NEW's list hidden, F among NEW's peers", "mastodon", { ...publishes, byTarget: { list: hidden, peer: is(true) } }, { ...cy, home: is({ state: "alive" }) }, "unexplained, works"],
  ["NEW's list hidden, F not among NEW's peers", "mastodon", { ...publishes, byTarget: { list: hidden, peer: is(false) } }, { ...cy, home: is({ state: "alive" }) }, "unknown, unknown"],
  ["software that keeps the old follow, NEW locked", "misskey", { ...lists(OPEN, OPEN), byOld: ours.byOld ?? {} }, alive, "waiting-for-approval likely, waits", { check: locked }],
];

const OTHERS: readonly Row[] = [
  ["Misskey: isSilenced OLD drops nothing", "misskey", { ...ours, onOld: { list: is(LIMITED), view: withBo }, onTarget: { list: is(OPEN), view: follows() } }, bo, "notice-lost possible, works"],
  ["Misskey: isBlocked by a parent", "misskey", lists({ ...PARENT, parentProves: true }, OPEN), bo, "old-server-blocked proven, unknown"],
  ["Misskey: needs a login", "misskey", closed, bo, "unknown, unknown"],
  ["Sharkey: OLD publishes no movedTo, by name alone", "sharkey", lists(OPEN, OPEN), bo, "no-moved-to likely, unknown", { check: silentOld }],
  ["Pixelfed: OLD publishes no movedTo", "pixelfed", ours, bo, "no-moved-to likely, unknown", { check: silentOld }],
  ["GoToSocial: OLD publishes no movedTo, it acts on the Move", "gotosocial", lists(OPEN, OPEN), bo, "unknown, unknown", { check: silentOld }],
  ["Pleroma: reject names OLD", "pleroma", lists({ ...BLOCKED, match: "exact" }, OPEN), bo, "old-server-blocked proven, unknown"],
  ["Pleroma: quarantine holds OLD, the Move comes in", "pleroma", lists(STOPPED, OPEN), bo, "unknown, unknown"],
  ["Pleroma: quarantine holds NEW", "pleroma", lists(OPEN, STOPPED), bo, "new-server-given-up proven, blocked"],
  ["Pleroma: shows OLD's account, never where it moved", "pleroma", { ...lists(OPEN, OPEN), onOld: { list: is(OPEN), sight: known, view: withBo } }, bo, "unknown, works"],
  ["Akkoma: accept lacks both", "akkoma", lists(LEFT_OUT, LEFT_OUT), bo, "closed-federation proven, blocked"],
  ["Akkoma: cosmetic entries only", "akkoma", lists(OPEN, OPEN), bo, "unknown, unknown"],
  ["Akkoma: a masked entry fits OLD", "akkoma", lists(MASKED, OPEN), bo, "unknown, unknown"],
  ["GoToSocial: a masked entry fits NEW", "gotosocial", lists(OPEN, MASKED), bo, "unknown, unknown"],
  ["GoToSocial: the exposed list names a parent of NEW", "gotosocial", lists(OPEN, { ...PARENT, parentProves: true }), bo, "new-server-blocked likely, blocked"],
  ["Friendica: its CSV names NEW", "friendica", lists(OPEN, { ...BLOCKED, match: "exact" }), bo, "new-server-blocked proven, blocked"],
  ["Friendica keeps the old follow; he is in both", "friendica", lists(OPEN, OPEN), person("bo", { in: [TARGET] }), "here proven, works"],
  ["Hollo: shows moved, lists him for OLD; whom it blocks it tells nobody", "hollo", { ...ours, onOld: { sight: redirected, view: withBo } }, bo, "unknown, unknown"],
  ["Lemmy: its list of allowed servers lacks NEW", "lemmy", lists(OPEN, LEFT_OUT), bo, "closed-federation proven, blocked"],
  ["Lemmy: its list of allowed servers lacks OLD only", "lemmy", lists(LEFT_OUT, OPEN), bo, "old-server-blocked proven, unknown"],
  ["WordPress renames its record and sends no follow", "wordpress", ours, bo, "software-ignores-move likely, unknown"],
  ["Ghost, of which nobody knows what it does", "ghost", lists(OPEN, OPEN), bo, "unknown, unknown"],
  ["Misskey: isBlocked OLD", "misskey", lists(BLOCKED, OPEN), bo, "old-server-blocked proven, unknown"],
  ["Misskey: isBlocked NEW", "misskey", lists(OPEN, BLOCKED), bo, "new-server-blocked proven, blocked"],
  ["Misskey: federates with chosen servers", "misskey", lists(OPEN, OPEN), bo, "closed-federation likely, unknown", { server: { instance: is({ federation: "specified" }) } }],
  ["Misskey: federates with chosen servers, and lists people of its own for a NEW that hides its list", "misskey", { ...ours, onOld: { list: is(OPEN), view: withBo }, onTarget: { list: is(OPEN), view: follows("di@far.example") } }, bo, "unknown, works", { check: { targets: [{ ...NEW, list: hidden }] }, server: { instance: is({ federation: "specified" }) } }],
  ["Misskey: federates with nobody", "misskey", lists(OPEN, OPEN), bo, "closed-federation proven, blocked", { server: { instance: is({ federation: "none" }) } }],
  ["Misskey: federates with everybody", "misskey", lists(OPEN, OPEN), alive, "unknown, works", { server: { instance: is({ federation: "all" }) } }],
  ["Misskey: NEW suspended, outbound only", "misskey", lists(OPEN, STOPPED), bo, "new-server-given-up proven, blocked"],
  ["Misskey: OLD suspended, outbound only", "misskey", lists(STOPPED, OPEN), bo, "unknown, unknown"],
  ["Misskey: 204 for both, V_old has him, V_new lacks him", "misskey", { ...ours, onOld: { list: not("never-met"), view: withBo }, onTarget: { list: not("never-met"), view: follows() } }, bo, "unknown, unknown"],
  ["Misskey: both clean, V_old and V_new read", "misskey", { ...ours, onOld: { list: is(OPEN), view: withBo }, onTarget: { list: is(OPEN), view: withoutBo } }, bo, "notice-lost possible, works"],
  ["Misskey: OLD publishes no movedTo", "misskey", lists(OPEN, OPEN), bo, "no-moved-to proven, unknown", { check: { old: { ...OLD, actor: is({ uri: "https://old.example/users/alice" }) } } }],
  ["Misskey keeps the old follow; NEW is locked", "misskey", lists(OPEN, OPEN), { ...bo, home: is({ state: "alive" }) }, "waiting-for-approval likely, waits", { check: locked }],
  ["Misskey keeps the old follow; he is in both", "misskey", lists(OPEN, OPEN), person("bo", { in: [TARGET] }), "here proven, works"],
  ["Mastodon never sent it; NEW is locked", "mastodon", hides({ sight: knows, view: withBo }, { sight: known }), bo, "notice-lost possible, waits", { check: locked }],
  ["Akkoma: reject names OLD", "akkoma", lists(BLOCKED, OPEN), bo, "old-server-blocked proven, unknown"],
  ["Akkoma: a parent proves", "akkoma", lists(OPEN, { ...PARENT, parentProves: true }), bo, "new-server-blocked proven, blocked"],
  ["Akkoma: quarantine holds NEW", "akkoma", lists(OPEN, STOPPED), bo, "new-server-given-up proven, blocked"],
  ["Akkoma: accept lacks NEW", "akkoma", lists(OPEN, LEFT_OUT), bo, "closed-federation proven, blocked"],
  ["Akkoma: accept lacks OLD only", "akkoma", lists(LEFT_OUT, OPEN), bo, "old-server-blocked proven, unknown"],
  ["Akkoma: exclusions, nothing found", "akkoma", lists({ ...OPEN, inbound: "unknown", outbound: "unknown" }, { ...OPEN, inbound: "unknown", outbound: "unknown" }), bo, "unknown, unknown"],
  ["GoToSocial: turned us away, allows OLD and not NEW, blocks nobody", "gotosocial", allows(true, false), bo, "closed-federation likely, unknown", { server: turnedAway }],
  ["GoToSocial: the same, and somebody of F came", "gotosocial", allows(true, false), alive, "unknown, works", { server: { ...turnedAway, ...arrived } }],
  ["GoToSocial: the same, and it answers what we sign", "gotosocial", allows(true, false), alive, "unknown, works", { server: { refusesSigned: is(false) } }],
  ["GoToSocial: turned us away, allows OLD and NEW", "gotosocial", allows(true, true), alive, "unknown, works", { server: turnedAway }],
  ["GoToSocial: turned us away and names neither: it is us whom it blocks", "gotosocial", allows(false, false), alive, "unknown, unknown", { server: turnedAway }],
  ["GoToSocial: turned us away and hides whom it allows", "gotosocial", lists(OPEN, OPEN), alive, "unknown, unknown", { server: turnedAway }],
  ["GoToSocial: nothing for strangers", "gotosocial", closed, bo, "unknown, unknown"],
  ["GoToSocial: exposed list names OLD", "gotosocial", lists(BLOCKED, OPEN), bo, "old-server-blocked likely, unknown"],
  ["GoToSocial: others came; its own block is still open", "gotosocial", closed, bo, "unknown, unknown", { server: arrived }],
  ["Hollo: keeps the old follow, NEW locked", "hollo", ours, { ...bo, home: is({ state: "alive" }) }, "waiting-for-approval likely, unknown", { check: locked }],
  ["Lemmy ignores a Move", "lemmy", ours, bo, "software-ignores-move proven, unknown"],
  ["Lemmy blocks NEW", "lemmy", lists(OPEN, BLOCKED), bo, "new-server-blocked proven, blocked"],
  ["BookWyrm only notifies, known by name alone", "bookwyrm", ours, bo, "software-ignores-move likely, unknown"],
  ["a bridge carries its people along inside", "ghost", ours, bo, "here-through-bridge likely, unknown", { server: { ability: bridge }, check: { movedAt: is("2026-05-14T08:00:00.000Z") } }],
  ["a bridge, of a Move from before it learnt to", "ghost", ours, bo, "software-ignores-move likely, unknown", { server: { ability: bridge }, check: { movedAt: is("2026-05-12T20:00:00.000Z") } }],
  ["a bridge, and nobody knows when", "ghost", ours, bo, "here-through-bridge likely, unknown", { server: { ability: bridge }, check: { movedAt: not("not-asked") } }],
  ["a server that says nothing of itself", null, {}, bo, "unknown, unknown"],
];

/** What four softwares were seen to do with two real moves. */
const REAL: readonly Row[] = [
  ["fred and fiona @far (GoToSocial blocks OLD)", "gotosocial", { onOld: { list: is({ ...BLOCKED, match: "exact" }) }, onTarget: { list: is(OPEN) } }, bo, "old-server-blocked likely, unknown"],
  ["dora @dead: 502, once", null, {}, bo, "unknown, unknown", { server: { life: is({ state: "silent" }), nodeinfo: not("unreachable") } }],
  ["dora @dead: 502, a day later again", null, {}, bo, "server-gone likely, gone", { server: { life: is({ state: "dead" }), nodeinfo: not("unreachable") } }],
  ["mika, mako, miro @mk: moved, still in the old list", "misskey", lists(OPEN, OPEN), person("bo", { in: [TARGET] }), "here proven, works"],
  ["Misskey 2024.10: movedTo saved, never moved", "misskey", { ...ours, onOld: { list: is(OPEN), view: withBo }, onTarget: { list: is(OPEN), view: follows() } }, bo, "notice-lost likely, works", { others: crowd }],
  ["holly @hollo: moved, still in the old list", "hollo", ours, person("bo", { in: [TARGET] }), "here proven, works"],
  ["otto, local on OLD: moved", "gotosocial", {}, person("otto", { server: "old.example", in: [TARGET] }), "here proven, works", { server: { host: "old.example" } }],
  ["sam @snac: answered 202, never moved", "snac", ours, bo, "unknown, unknown"],
  ["snac follows only whom it has met, and nobody of it came", "snac", ours, bo, "software-ignores-move likely, unknown", { server: { ability: metOnly } }],
  ["snac met NEW: somebody of it came", "snac", ours, alive, "unknown, works", { server: { ability: metOnly, ...arrived } }],
  ["Misskey as NEW carries nobody of its own", "misskey", ours, bo, "software-ignores-move likely, unknown", { server: { host: TARGET, ability: othersOnly } }],
  ["Misskey elsewhere carries its people", "misskey", lists(OPEN, OPEN), alive, "unknown, works", { server: { ability: othersOnly } }],
  ["oscar's mako: NEW is locked, Misskey keeps the old follow", "misskey", ours, { ...bo, home: is({ state: "alive" }) }, "waiting-for-approval likely, unknown", { check: locked }],
  ["oscar's holly: NEW is locked, Hollo keeps the old follow", "hollo", ours, { ...bo, home: is({ state: "alive" }) }, "waiting-for-approval likely, unknown", { check: locked }],
  ["NEW blocks hollo.test afterwards, which lists her for NEW still", "hollo", { ...ours, onTarget: { view: follows("cy@far.example") }, byTarget: { list: is(BLOCKED) } }, cy, "blocked-by-new-server proven, blocked"],
  ["oscar's nora: NEW is locked", "gotosocial", ours, alive, "waiting-for-approval likely, waits", { check: locked }],
  ["NEW blocks hollo.test afterwards", "hollo", { ...ours, byTarget: { list: is(BLOCKED) } }, cy, "blocked-by-new-server proven, blocked"],
];

const planned: Partial<CheckFacts> = { mode: "planned" };
const PLANNED: readonly Row[] = [
  ["F needs movedTo, OLD publishes none", "misskey", lists(OPEN, OPEN), bo, "no-moved-to proven, works", { check: { ...planned, ...silentOld } }],
  ["F acts on the Move, OLD publishes no movedTo", "mastodon", publishes, bo, "clear, works", { check: { ...planned, ...silentOld } }],
  ["F has given the candidate up", "misskey", lists(OPEN, STOPPED), bo, "new-server-given-up proven, blocked", { check: planned }],
  ["F's list of allowed servers lacks the candidate", "akkoma", lists(OPEN, LEFT_OUT), bo, "closed-federation proven, blocked", { check: planned }],
  ["F talks to named servers only", "mastodon", closed, bo, "unknown, unknown", { check: planned, server: { instance: is({ limitedFederation: true }) } }],
  ["the candidate talks to named servers only", "mastodon", { ...publishes, byTarget: { list: login } }, bo, "unknown, unknown", { check: { mode: "planned", targets: [{ ...NEW, limitedFederation: is(true) }] } }],
  ["OLD's account alone suspended", "mastodon", { ...publishes, onOld: { list: is(OPEN), sight: is({ seen: "known", suspended: true }) } }, bo, "old-account-suspended likely, works", { check: planned }],
  ["OLD 404 with control", "mastodon", hides({ sight: absent }, { peer: is(true) }), bo, "old-server-blocked likely, works", { check: planned, server: control }],
  ["of a snapshot, OLD's list names F", "mastodon", { ...publishes, byOld: { list: is(BLOCKED) } }, cy, "blocked-by-old-server proven, works", { check: planned }],
  ["account deleted", "mastodon", publishes, person("bo", { home: is({ state: "deleted" }) }), "account-gone proven, gone", { check: planned }],
  ["suspended at home, and Mastodon may carry it along", "mastodon", publishes, person("bo", { home: is({ state: "suspended" }) }), "unknown, gone", { check: planned }],
  ["suspended, and OLD was told: so will the candidate be", "mastodon", publishes, person("bo", { old: { suspended: true }, home: is({ state: "suspended" }) }), "account-gone proven, gone", { check: planned }],
  ["in memory of somebody on software that asks the account itself", "gotosocial", lists(OPEN, OPEN), person("bo", { home: is({ state: "memorial" }) }), "account-gone proven, gone", { check: planned }],
  ["a masked row fits F on the candidate's list of limits", "mastodon", { ...publishes, byTarget: { list: is({ ...LIMITED, match: "pattern" }) } }, bo, "clear, works", { check: planned }],
  ["one failed try", null, {}, bo, "unknown, unknown", { check: planned, server: { life: is({ state: "silent" }) } }],
  ["401 to everything", "mastodon", closed, bo, "unknown, unknown", { check: planned }],
  ["nothing in the way", "mastodon", publishes, bo, "clear, works", { check: planned }],
  ["nothing in the way of somebody whom only OLD's list shows", "akkoma", lists(OPEN, OPEN), bo, "unknown, works", { check: planned }],
  ["nothing in the way, and his server shows him", "akkoma", lists(OPEN, OPEN), person("bo", { home: is({ state: "alive" }) }), "clear, works", { check: planned }],
  ["lists hidden, both among peers", "mastodon", hides({ peer: is(true) }, { peer: is(true) }), bo, "clear, works", { check: planned }],
  ["lists hidden", "mastodon", hides({}, {}), bo, "unknown, unknown", { check: planned }],
  ["F blocks the candidate", "mastodon", { ...publishes, onTarget: { list: is(BLOCKED) } }, bo, "new-server-blocked proven, blocked", { check: planned }],
  ["a masked row fits the candidate", "mastodon", { ...publishes, onTarget: { list: is(MASKED) } }, bo, "unknown, unknown", { check: planned }],
  ["the candidate blocks F", "mastodon", { ...publishes, byTarget: { list: is(BLOCKED) } }, bo, "blocked-by-new-server proven, blocked", { check: planned }],
  ["the candidate limits F", "mastodon", { ...publishes, byTarget: { list: is(LIMITED) } }, bo, "waiting-for-approval likely, waits", { check: planned }],
  ["the candidate account is locked", "mastodon", publishes, bo, "waiting-for-approval likely, waits", { check: { ...planned, ...locked } }],
  ["F blocks OLD", "mastodon", { ...publishes, onOld: { list: is(BLOCKED) } }, bo, "old-server-blocked proven, works", { check: planned }],
  ["F ignores moves", "lemmy", lists(OPEN, OPEN), bo, "software-ignores-move proven, works", { check: planned }],
  ["server gone", null, {}, bo, "server-gone proven, gone", { check: planned, server: { life: is({ state: "gone", by: "everything" }) } }],
  ["moved on before", "mastodon", publishes, person("bo", { old: { moved: "bo@x.example" } }), "clear, works", { check: planned }],
  ["moved two days ago does not matter", "mastodon", publishes, bo, "clear, works", { check: { ...planned, movedAt: is("2026-06-29T00:00:00Z") } }],
  ["V_old lacks him: no ghost before a move, and no clear way either", "mastodon", { ...publishes, onOld: { list: is(OPEN), sight: knows, view: withoutBo } }, bo, "unknown, works", { check: planned }],
  ["in a list that was read: nobody is here before a move", "mastodon", publishes, person("bo", { in: [TARGET] }), "clear, works", { check: planned }],
];

const owns = (server: boolean, ...people: string[]) => whole({ server, people });
const OWN: readonly Row[] = [
  ["the owner blocks F, who is in neither list", "mastodon", { ...publishes, byTarget: { list: is(OPEN), own: owns(true) } }, cy, "you-block-their-server proven, blocked"],
  ["the owner blocks him, F never tried", "mastodon", { ...hides({ sight: redirected, view: withBo }, { sight: known }), byTarget: { own: owns(false, "bo@far.example") } }, bo, "you-block-them proven, blocked"],
  ["the owner blocks F and him", "mastodon", { ...publishes, byTarget: { own: owns(true, "cy@far.example") } }, cy, "you-block-their-server proven, blocked"],
  ["the owner blocks F, and F blocks NEW: lifting it would not do", "mastodon", { ...publishes, onTarget: { list: is(BLOCKED) }, byTarget: { own: owns(true) } }, bo, "new-server-blocked proven, blocked"],
  ["the owner blocks F, and F turns OLD away: following by hand would not work", "mastodon", { ...publishes, onOld: { list: is(BLOCKED), sight: absent }, byTarget: { own: owns(true) } }, bo, "you-block-their-server proven, blocked"],
  ["the owner blocks F, and his account is gone", "mastodon", { ...publishes, byTarget: { own: owns(true) } }, person("bo", { home: is({ state: "deleted" }) }), "account-gone proven, gone"],
  ["the owner blocks nobody there", "mastodon", { ...publishes, byTarget: { list: is(OPEN), own: owns(false) } }, alive, "unexplained, works"],
];

describe.each([
  ["Mastodon, in the old list", MASTODON],
  ["on neither list", NEITHER],
  ["other software", OTHERS],
  ["seen between real servers", REAL],
  ["before a move", PLANNED],
  ["what the owner blocks", OWN],
])("%s", (_, rows) => {
  it.each(rows)("%s (%s)", (_story, software, shows, who, answer, rest = {}) => {
    const facts = check(rest.check);
    const people = [who, ...(rest.others ?? [])];
    const verdict = judgeServer(facts, judgeMove(facts), server(software, shows, rest.server), people);
    const outcome = verdict.followers[0]?.outcomes[TARGET];
    const said = [outcome?.cause, outcome?.certainty].filter((word) => word !== null).join(" ");
    expect(`${said}, ${outcome?.reach}`).toBe(answer);
  });
});
