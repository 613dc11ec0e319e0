// biome-ignore-all format: one row of the table is one line.
import { describe, expect, it } from "vitest";
import { ABILITIES, BLOCKED, check, fromSnapshot, is, LEFT_OUT, LIMITED, MASKED, NEW, NOW, not, OLD, OPEN, PARENT, person, type SampleFacts, type SampleSoftware, server, TARGET, whole } from "#testing/sample.ts";
import type { CheckFacts, ServerFacts } from "../evidence/evidence.ts";
import type { Person } from "../evidence/person.ts";
import { judgeMove } from "../move/judge-move.ts";
import { contextOf, withSides } from "./context.ts";
import { foldPerson, foldServerFacts } from "./fold.ts";
import { headCountOf } from "./head-count.ts";
import type { ReadingName } from "./reading.ts";

type Rest = { readonly check?: Partial<CheckFacts>; readonly server?: Partial<ServerFacts>; readonly people?: readonly Person[] };
type Row = [story: string, reading: ReadingName, software: SampleSoftware | null, shows: SampleFacts, answer: string, rest?: Rest];

const bo = person("bo");
const runs = (name: string) => ({ software: is({ name, version: "1" }) });
const target = (change: Partial<typeof NEW>): Partial<CheckFacts> => ({ targets: [{ ...NEW, ...change }] });
const known = is({ seen: "known" as const });
const absent = is({ seen: "absent" as const });
const login = not("needs-login");
const told = (stance: typeof OPEN) => ({ known: true as const, value: stance, source: { kind: "told" as const, at: NOW } });
const inside = (stance: typeof OPEN) => ({ known: true as const, value: stance, source: { kind: "member" as const, at: NOW } });
const [found, lost] = [is({ found: true, oneName: true }), is({ found: false, oneName: true })];
const lostInside = { ...lost, source: inside(OPEN).source };
const came = person("ed", { in: [TARGET] });
const yesterday = "2026-06-29";
const posted = (lastPostAt: string, software = "mastodon") => ({ movedAt: not("not-asked"), old: { ...OLD, ...runs(software), account: is({ acct: "alice@old.example", movedTo: "alice@new.example", lastPostAt }) } });

/** As "value certainty < facts", walls as "blocked" or "open", or as "? gaps". */
function fold(reading: ReadingName, facts: CheckFacts, asked: ServerFacts, people: readonly Person[]): string {
  const [side] = facts.targets;
  if (!side) throw new Error("no target");
  const whose = withSides(facts, asked);
  const folded = foldServerFacts(contextOf(facts, judgeMove(facts), whose, side, headCountOf(whose, people, side)));
  const said = foldPerson(folded, people[0] ?? bo)[reading];
  if (!said.known) return `? ${said.gaps.join(" ")}`;
  const because = said.because.map(({ fact, target: about, own }) => `${fact}${about ? "*" : ""}${own ? "+" : ""}`).join(" ");
  return `${wordFor(said.value)} ${said.certainty}${because ? ` < ${because}` : ""}`;
}

function wordFor(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("blocked" in value && "published" in value && "allowList" in value) {
    return [value.blocked ? "blocked" : "open", value.allowList ? "left-out" : "", value.published ? "" : "unpublished"].filter(Boolean).join(" ");
  }
  return Object.values(value).join("/");
}

const WALLS: readonly Row[] = [
  ["F's list", "fOnOld", "mastodon", { onOld: { list: is(OPEN) } }, "open proven < onOld.list"],
  ["F's list and everything that agrees", "fOnOld", "mastodon", { onOld: { list: is(OPEN), sight: known, view: whole({ accts: ["x@far.example"] }), peer: is(true), told: told(OPEN) } }, "open proven < onOld.list onOld.sight onOld.view onOld.peer onOld.told"],
  ["a 404 with its control", "fOnOld", "mastodon", { onOld: { sight: absent } }, "blocked unpublished likely < onOld.sight", { server: { control: is(true) } }],
  ["a 404 on other software", "fOnOld", "hollo", { onOld: { sight: absent } }, "? not-asked", { server: { control: is(true) } }],
  ["a 404 against a peer", "fOnOld", "mastodon", { onOld: { sight: absent, peer: is(true) } }, "blocked unpublished possible < onOld.sight onOld.peer", { server: { control: is(true) } }],
  ["a peer alone", "fOnOld", "mastodon", { onOld: { peer: is(true) } }, "open unpublished likely < onOld.peer"],
  ["a peer of a GoToSocial", "fOnOld", "gotosocial", { onOld: { peer: is(true) } }, "? not-asked"],
  ["an empty view", "fOnOld", "mastodon", { onOld: { view: whole({ accts: [] }) } }, "? not-asked"],
  ["told, and nothing else", "fOnOld", "gotosocial", { onOld: { list: login, told: told(BLOCKED) } }, "blocked unpublished likely < onOld.told"],
  ["told, of one direction only", "fOnOld", "gotosocial", { onOld: { list: login, told: told({ ...OPEN, inbound: "unknown" }) } }, "? needs-login"],
  ["never met", "fOnOld", "misskey", { onOld: { list: not("never-met") } }, "open unpublished likely < onOld.list"],
  ["every gap, each once", "fOnOld", "mastodon", { onOld: { list: login, sight: login, peer: not("over-budget") } }, "? needs-login over-budget"],
  ["a proven row against a proven look-up", "fOnOld", "mastodon", { onOld: { list: is(BLOCKED), sight: known } }, "blocked possible < onOld.list onOld.sight"],
  ["a probe that was stored as a stance", "fOnOld", "mastodon", { onOld: { list: is({ ...BLOCKED, basis: "probe" as const }) } }, "blocked likely < onOld.list"],
  ["the same, open", "fOnOld", "mastodon", { onOld: { list: is({ ...OPEN, basis: "probe" as const }) } }, "open likely < onOld.list"],
  ["F's list, shown to one of its people", "fOnOld", "mastodon", { onOld: { list: inside(BLOCKED) } }, "blocked unpublished proven < onOld.list"],
  ["a GoToSocial's list, shown to one of its people", "fOnOld", "gotosocial", { onOld: { list: inside(BLOCKED), allow: login } }, "blocked unpublished likely < onOld.list"],
  ["the same, and its allows name nobody", "fOnOld", "gotosocial", { onOld: { list: inside(BLOCKED), allow: is(false) } }, "blocked unpublished proven < onOld.list"],
  ["the same, and its allows name OLD", "fOnOld", "gotosocial", { onOld: { list: inside(BLOCKED), allow: is(true) } }, "open unpublished likely < onOld.list"],
  ["a GoToSocial's list, shown to everybody", "fOnOld", "gotosocial", { onOld: { list: is(BLOCKED), allow: login } }, "blocked likely < onOld.list"],
  ["a list of who knows what, shown to one of its people", "fOnOld", null, { onOld: { list: inside(BLOCKED) } }, "blocked unpublished likely < onOld.list"],
  ["the list of a NEW on GoToSocial, shown to its owner, and somebody of F came", "targetOnF", "mastodon", { byTarget: { list: inside(BLOCKED), allow: login } }, "blocked unpublished possible < byTarget.list* target.list+", { check: target(runs("gotosocial")), people: [bo, came] }],
  ["the same, shown to everybody", "targetOnF", "mastodon", { byTarget: { list: is(BLOCKED), allow: login } }, "blocked likely < byTarget.list*", { check: target(runs("gotosocial")), people: [bo, came] }],
  ["the list of a NEW of who knows what, shown to its owner, and somebody of F came", "targetOnF", "mastodon", { byTarget: { list: inside(BLOCKED) } }, "blocked unpublished possible < byTarget.list* target.list+", { check: target({ software: login }), people: [bo, came] }],
  ["what leaves a GoToSocial by its members' list, and somebody came", "fToTarget", "gotosocial", { onTarget: { list: inside(BLOCKED), allow: login } }, "blocked unpublished possible < onTarget.list* target.list+", { people: [bo, came] }],
  ["F finds OLD for one of its people", "fOnOld", "mastodon", { onOld: { list: login, resolve: found } }, "open unpublished proven < onOld.resolve"],
  ["F finds OLD of two names", "fOnOld", "mastodon", { onOld: { resolve: is({ found: true, oneName: false }) } }, "open unpublished likely < onOld.resolve"],
  ["F does not find OLD", "fOnOld", "mastodon", { onOld: { resolve: lost } }, "blocked unpublished likely < onOld.resolve", { server: { instance: is({ limitedFederation: false }) } }],
  ["F does not find NEW", "fOnTarget", "mastodon", { onTarget: { resolve: lost } }, "blocked unpublished likely < onTarget.resolve*", { server: { instance: is({ limitedFederation: false }) } }],
  ["F does not find NEW, and talks to named servers alone", "fOnTarget", "mastodon", { onTarget: { resolve: lost } }, "blocked left-out unpublished likely < onTarget.resolve* instance", { server: { instance: is({ limitedFederation: true }) } }],
  ["F does not find NEW, and does not say whom it talks to", "fOnTarget", "mastodon", { onTarget: { resolve: lost } }, "? not-asked"],
  ["other software does not find NEW", "fOnTarget", "gotosocial", { onTarget: { resolve: lost } }, "? not-asked", { server: { instance: is({ limitedFederation: false }) } }],
  ["a Misskey says that it does not talk to NEW", "fOnTarget", "misskey", { onTarget: { resolve: is({ found: false, said: true, oneName: true }) } }, "blocked unpublished proven < onTarget.resolve*", { server: { instance: is({ federation: "all", limitedFederation: false }) } }],
  ["a Misskey says so and talks to named servers alone", "fOnTarget", "misskey", { onTarget: { resolve: is({ found: false, said: true, oneName: true }) } }, "blocked left-out unpublished proven < onTarget.resolve* instance", { server: { instance: is({ federation: "specified", limitedFederation: true }) } }],
  ["a Misskey finds NEW", "fOnTarget", "misskey", { onTarget: { resolve: found } }, "open unpublished proven < onTarget.resolve*"],
  ["a GoToSocial finds somebody of NEW", "fOnTarget", "gotosocial", { onTarget: { resolve: is({ found: true, oneName: false }) } }, "open unpublished likely < onTarget.resolve*"],
  ["a list without NEW against a look-up", "fOnTarget", "mastodon", { onTarget: { list: inside(OPEN), resolve: lost } }, "open unpublished proven < onTarget.list*", { server: { instance: is({ limitedFederation: false }) } }],
  ["the same, of one that talks to named servers alone", "fOnTarget", "mastodon", { onTarget: { list: inside(OPEN), resolve: lost } }, "blocked left-out unpublished likely < onTarget.resolve* instance", { server: { instance: is({ limitedFederation: true }) } }],
  ["a list without NEW, of one that talks to named servers alone", "fOnTarget", "mastodon", { onTarget: { list: inside(OPEN) } }, "blocked left-out unpublished likely < instance", { server: { instance: is({ limitedFederation: true }) } }],
  ["the same, and F finds NEW", "fOnTarget", "mastodon", { onTarget: { list: inside(OPEN), resolve: found } }, "open unpublished proven < onTarget.resolve*", { server: { instance: is({ limitedFederation: true }) } }],
  ["a members' list without NEW against a look-up, where nothing says whom F talks to", "fOnTarget", "mastodon", { onTarget: { list: inside(OPEN), resolve: lostInside } }, "blocked left-out unpublished likely < onTarget.resolve*", { server: { instance: login } }],
  ["the same, and its API answers strangers", "fOnTarget", "mastodon", { onTarget: { list: inside(OPEN), resolve: lostInside } }, "open unpublished proven < onTarget.list*", { server: { instance: login, control: is(true) } }],
  ["the same, of other software", "fOnTarget", "gotosocial", { onTarget: { list: inside(OPEN), resolve: lost } }, "open unpublished proven < onTarget.list*", { server: { instance: login } }],
  ["a members' list that was cut short, and a look-up in vain", "fOnTarget", "mastodon", { onTarget: { list: { ...inside(OPEN), complete: false }, resolve: lost } }, "? not-asked", { server: { instance: login } }],
  ["a list without OLD, of one that talks to named servers alone", "fOnOld", "mastodon", { onOld: { list: inside(OPEN) } }, "? not-asked", { server: { instance: is({ limitedFederation: true }) } }],
  ["NEW's list without F, where NEW talks to named servers alone", "targetOnF", "mastodon", { byTarget: { list: inside(OPEN) } }, "blocked left-out unpublished likely < target.limitedFederation+", { check: target({ limitedFederation: is(true) }) }],
  ["the same, and NEW does not find F", "targetOnF", "mastodon", { byTarget: { list: inside(OPEN), resolve: lost } }, "blocked left-out unpublished likely < byTarget.resolve* target.limitedFederation+", { check: target({ limitedFederation: is(true) }) }],
  ["the same, and NEW finds F", "targetOnF", "mastodon", { byTarget: { list: inside(OPEN), resolve: found } }, "open unpublished proven < byTarget.resolve*", { check: target({ limitedFederation: is(true) }) }],
  ["NEW's list without F against a look-up, where nothing says whom NEW talks to", "targetOnF", "mastodon", { byTarget: { list: inside(OPEN), resolve: lost } }, "blocked left-out unpublished likely < byTarget.resolve*", { check: target({ limitedFederation: not("not-offered"), account: login }) }],
  ["the same, and NEW shows its people to strangers", "targetOnF", "mastodon", { byTarget: { list: inside(OPEN), resolve: lost } }, "open unpublished proven < byTarget.list*"],
  ["what gets out to NEW where F finds it", "fToTarget", "mastodon", { onTarget: { resolve: found } }, "open unpublished proven < onTarget.resolve*"],
  ["F's list of NEW", "fOnTarget", "mastodon", { onTarget: { list: is(PARENT) } }, "blocked likely < onTarget.list*"],
  ["a masked row", "fOnTarget", "mastodon", { onTarget: { list: is(MASKED) } }, "blocked possible < onTarget.list*"],
  ["a masked row that limits at most", "fOnTarget", "mastodon", { onTarget: { list: is({ ...LIMITED, match: "pattern" }) } }, "open proven < onTarget.list*"],
  ["a masked row and a peer", "fOnTarget", "mastodon", { onTarget: { list: is(MASKED), peer: is(true) } }, "open unpublished likely < onTarget.peer*"],
  ["arrivals on Mastodon", "fOnTarget", "mastodon", {}, "open unpublished likely < target.list+", { people: [bo, came] }],
  ["arrivals on Akkoma", "fOnTarget", "akkoma", {}, "? not-asked", { people: [bo, came] }],
  ["arrivals against a parent's row", "fOnTarget", "mastodon", { onTarget: { list: is(PARENT) } }, "blocked likely < onTarget.list*", { people: [bo, came] }],
  ["a block set after somebody arrived", "fOnTarget", "mastodon", { onTarget: { list: is(BLOCKED) } }, "blocked proven < onTarget.list*", { people: [bo, came] }],
  ["V_new with somebody in it", "fOnTarget", "mastodon", { onTarget: { view: whole({ accts: ["x@far.example"] }) } }, "open unpublished proven < onTarget.view*"],
  ["the account suspended there", "fOnTarget", "mastodon", { onTarget: { sight: is({ seen: "known", suspended: true }) } }, "open unpublished proven < onTarget.sight*"],
  ["the account suspended on other software", "fOnTarget", "hollo", { onTarget: { sight: is({ seen: "known", suspended: true }) } }, "? not-asked"],
  ["the account suspended there and at home", "fOnTarget", "mastodon", { onTarget: { sight: is({ seen: "known", suspended: true }) } }, "open unpublished proven < onTarget.sight*", { check: target({ account: is({ acct: "a@new.example", suspended: true }) }) }],
  ["the account suspended there, at home unknown", "fOnTarget", "mastodon", { onTarget: { sight: is({ seen: "known", suspended: true }), list: login } }, "open unpublished proven < onTarget.sight*", { check: target({ account: login }) }],
  ["told of NEW, and nothing else", "fOnTarget", "gotosocial", { onTarget: { list: login, told: told(BLOCKED) } }, "blocked unpublished likely < onTarget.told*"],
  ["closed by its own word", "fOnTarget", "mastodon", { onTarget: { list: login } }, "blocked left-out unpublished likely < instance", { server: { instance: is({ limitedFederation: true }) } }],
  ["closed, yet a peer", "fOnTarget", "mastodon", { onTarget: { peer: is(true) } }, "open unpublished likely < onTarget.peer*", { server: { instance: is({ limitedFederation: true }) } }],
  ["closed, and a masked row", "fOnTarget", "mastodon", { onTarget: { list: is(MASKED) } }, "blocked left-out unpublished likely < onTarget.list* instance", { server: { instance: is({ limitedFederation: true }) } }],
  ["not closed by its own word", "fOnTarget", "mastodon", { onTarget: { list: login } }, "? needs-login", { server: { instance: is({ limitedFederation: false }) } }],
  ["OLD itself shows the redirect", "fOnTarget", "mastodon", {}, "open unpublished likely < old.account+", { server: { host: "old.example" } }],
  ["OLD itself, where the move is unclear", "fOnTarget", "mastodon", {}, "? not-asked", { server: { host: "old.example" }, check: { old: { ...OLD, account: login, actor: login } } }],
  ["OLD itself, its API shut", "fOnTarget", "mastodon", {}, "? not-asked", { server: { host: "old.example" }, check: { old: { ...OLD, account: login } } }],
  ["what leaves F", "fToTarget", "misskey", { onTarget: { list: is({ ...BLOCKED, inbound: "open" as const }) } }, "blocked proven < onTarget.list*"],
  ["what leaves F, told", "fToTarget", "misskey", { onTarget: { told: told(BLOCKED) } }, "blocked unpublished likely < onTarget.told*"],
  ["what left F", "fToTarget", "gotosocial", {}, "open unpublished likely < target.list+", { people: [bo, came] }],
  ["what leaves F, hidden", "fToTarget", "gotosocial", { onTarget: { list: login } }, "? needs-login"],
  ["NEW's list", "targetOnF", "mastodon", { byTarget: { list: is(BLOCKED) } }, "blocked proven < byTarget.list*"],
  ["NEW sends F nothing and hears it all the same", "targetOnF", "mastodon", { byTarget: { list: is({ ...BLOCKED, inbound: "open" as const }) } }, "open proven < byTarget.list*"],
  ["OLD sends F nothing and hears it all the same", "oldOnF", "mastodon", { byOld: { list: is({ ...BLOCKED, inbound: "open" as const }) } }, "open proven < byOld.list", { people: [fromSnapshot("cy")] }],
  ["NEW a peer of a GoToSocial", "fOnTarget", "gotosocial", { onTarget: { peer: is(true) } }, "? not-asked"],
  ["NEW shows somebody of F", "targetOnF", "mastodon", { byTarget: { sight: known } }, "open unpublished proven < byTarget.sight*"],
  ["NEW does not know somebody of F", "targetOnF", "mastodon", { byTarget: { sight: absent } }, "? not-asked"],
  ["F among NEW's peers", "targetOnF", "mastodon", { byTarget: { peer: is(true) } }, "open unpublished likely < byTarget.peer*"],
  ["F not among NEW's peers", "targetOnF", "mastodon", { byTarget: { peer: is(false), list: login } }, "? needs-login"],
  ["look-ups on a NEW of other software", "targetOnF", "mastodon", { byTarget: { peer: is(true), sight: known } }, "? not-asked", { check: target(runs("akkoma")) }],
  ["every gap of NEW's", "targetOnF", "mastodon", { byTarget: { list: login, sight: not("over-budget"), peer: not("not-offered") } }, "? needs-login over-budget not-offered"],
  ["NEW closed by its own word", "targetOnF", "mastodon", {}, "blocked left-out unpublished likely < target.limitedFederation+", { check: target({ limitedFederation: is(true) }) }],
  ["NEW closed, yet somebody came", "targetOnF", "mastodon", {}, "open unpublished likely < target.list+", { check: target({ limitedFederation: is(true) }), people: [bo, came] }],
  ["NEW closed, for its own people", "targetOnF", "mastodon", {}, "? not-asked", { check: target({ limitedFederation: is(true) }), server: { host: TARGET } }],
  ["whether NEW is closed is not known", "targetOnF", "mastodon", {}, "? not-asked", { check: target({ limitedFederation: login }) }],
  ["OLD's list", "oldOnF", "mastodon", { byOld: { list: is(BLOCKED) } }, "blocked proven < byOld.list", { people: [fromSnapshot("cy")] }],
  ["OLD shows somebody of F", "oldOnF", "mastodon", { byOld: { sight: known } }, "open unpublished proven < byOld.sight", { people: [fromSnapshot("cy")] }],
  ["F among OLD's peers", "oldOnF", "mastodon", { byOld: { peer: is(true) } }, "open unpublished likely < byOld.peer", { people: [fromSnapshot("cy")] }],
  ["OLD of other software", "oldOnF", "mastodon", { byOld: { peer: is(true), sight: known } }, "? not-asked", { people: [bo], check: { old: { ...OLD, ...runs("akkoma") } } }],
  ["somebody of F in OLD's list", "oldOnF", "mastodon", {}, "open unpublished likely < old.list+", { people: [fromSnapshot("cy"), bo] }],
  ["the same, OLD being a GoToSocial", "oldOnF", "mastodon", {}, "open unpublished likely < old.list+", { people: [bo], check: { old: { ...OLD, ...runs("gotosocial") } } }],
  ["severed", "oldOnF", "mastodon", {}, "blocked unpublished possible < severed+", { people: [{ ...fromSnapshot("cy"), before: "severed" }] }],
  ["severed, and back in the list", "oldOnF", "mastodon", {}, "open unpublished likely < old.list+", { people: [{ ...bo, before: "severed" }] }],
  ["some severed, some in the list", "oldOnF", "mastodon", {}, "open unpublished likely < old.list+", { people: [bo, { ...fromSnapshot("cy"), before: "severed" }] }],
  ["every gap of OLD's", "oldOnF", "mastodon", { byOld: { list: login, sight: not("over-budget"), peer: not("not-offered") } }, "? needs-login over-budget not-offered", { people: [fromSnapshot("cy")] }],
];

const alive = (name: string) => fromSnapshot(name, { home: is({ state: "alive" }) });
const unheard = (name: string) => is({ seen: "absent" as const, of: `${name}@far.example` });
const unknownThere = (name = "cy"): SampleFacts => ({ onOld: { sight: seenMoved }, byOld: { peer: is(true) }, byTarget: { list: login, peer: is(false), sight: unheard(name) } });
const seenMoved = is({ seen: "known" as const, moved: "alice@new.example" });
const [cy, di] = [alive("cy"), alive("di")];
const five = [cy, di, alive("eb"), alive("fi"), alive("gu")];
const savedOn = (takenAt: string): Partial<CheckFacts> => ({ before: { is: "snapshot", count: 9, takenAt } });
const lastWeek: Rest = { check: savedOn("2026-06-23") };

/** Two who are there and in neither list, of whom NEW knows none although F shows the move; and each thing that may be otherwise. */
const TURNED_AWAY: readonly Row[] = [
  ["two turned away, who followed a week before the Move", "targetOnF", "mastodon", unknownThere(), "blocked unpublished likely < byTarget.sight*", { check: savedOn("2026-03-15"), people: [cy, di] }],
  ["the same beside an old entry", "targetOnF", "mastodon", unknownThere(), "blocked unpublished likely < byTarget.sight*", { check: savedOn("2026-03-15"), people: [cy, di, bo] }],
  ["the same, and nobody knows when the Move was", "targetOnF", "mastodon", unknownThere(), "blocked unpublished likely < byTarget.sight*", { check: { ...savedOn("2026-06-10"), movedAt: not("not-asked") }, people: [cy, di] }],
  ["five turned away, and nobody knows of which day the list is", "targetOnF", "mastodon", unknownThere(), "blocked unpublished likely < byTarget.sight*", { people: five }],
  ["two who left by themselves, of a list a year old", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { check: savedOn("2025-03-15"), people: [cy, di] }],
  ["two of a list of no day", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { check: { before: { is: "snapshot" } }, people: [cy, di] }],
  ["two of a list that is fresh today, long after the Move", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { check: savedOn("2026-06-25"), people: [cy, di] }],
  ["one of a fresh list", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { check: savedOn("2026-03-15"), people: [cy] }],
  ["two of a fresh list, while most of F stand in the old one still", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { check: savedOn("2026-03-15"), people: [cy, di, bo, person("ha")] }],
  ["five of a list of no day, and one who stayed", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { people: [...five, bo] }],
  ["five, one of them cut off by an admin once", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { people: [...five, { ...alive("ha"), before: "severed" }] }],
  ["one, who may have left before", "targetOnF", "mastodon", unknownThere(), "blocked unpublished possible < byTarget.sight*", { people: [cy, fromSnapshot("di")] }],
  ["nobody seen to be there", "targetOnF", "mastodon", unknownThere(), "? needs-login", { people: [fromSnapshot("cy"), fromSnapshot("di")] }],
  ["somebody came", "targetOnF", "mastodon", unknownThere(), "open unpublished likely < target.list+", { people: [cy, di, came] }],
  ["F among NEW's peers", "targetOnF", "mastodon", { ...unknownThere(), byTarget: { peer: is(true), sight: unheard("cy") } }, "open unpublished likely < byTarget.peer*", { people: [cy, di] }],
  ["NEW's peers unread", "targetOnF", "mastodon", { ...unknownThere(), byTarget: { peer: login, sight: unheard("cy") } }, "? needs-login", { people: [cy, di] }],
  ["NEW has the follow and holds it", "targetOnF", "mastodon", { ...unknownThere(), byTarget: { peer: is(false), sight: is({ seen: "known" as const, limited: true, of: cy.acct }) } }, "open unpublished proven < byTarget.sight*", { people: [cy, di] }],
  ["NEW was asked about one who never left", "targetOnF", "mastodon", unknownThere("bo"), "? needs-login", { people: [cy, di, bo] }],
  ["F did not hear of the move", "targetOnF", "mastodon", { ...unknownThere(), onOld: { sight: is({ seen: "known" as const, moved: null }) } }, "? needs-login", { people: [cy, di] }],
  ["F of software that may send nothing", "targetOnF", "misskey", unknownThere(), "? needs-login", { people: [cy, di] }],
  ["OLD may have cut them off before", "targetOnF", "mastodon", { ...unknownThere(), byOld: { peer: is(false) } }, "? needs-login", { people: [cy, di] }],
  ["NEW a Misskey that never met F, after the Move", "targetOnF", "mastodon", { byTarget: { list: not("never-met") } }, "? never-met", { check: target(runs("misskey")) }],
  ["the same, and somebody knocked there", "targetOnF", "mastodon", { byTarget: { list: not("never-met") } }, "blocked unpublished possible < byTarget.list*", { check: target(runs("misskey")), people: [cy] }],
  ["the same, before a move", "targetOnF", "mastodon", { byTarget: { list: not("never-met") } }, "open unpublished likely < byTarget.list*", { check: { ...target(runs("misskey")), mode: "planned" } }],
];

const unmoved: SampleFacts = { onOld: { sight: is({ seen: "known" as const, moved: null }) }, byOld: { list: login, peer: is(false) } };
const saved: Rest = { check: { before: { is: "snapshot", count: 9 } }, people: [cy] };
/** OLD had a follower there, so that it knows F, and leaves out of its peers only whom it has a row for. */
const CUT_OFF: readonly Row[] = [
  ["F not among OLD's peers, and two left unmoved since last week", "oldOnF", "mastodon", unmoved, "blocked unpublished likely < byOld.peer", { ...lastWeek, people: [cy, di] }],
  ["five did, and nobody knows of which day the list is", "oldOnF", "mastodon", unmoved, "blocked unpublished likely < byOld.peer", { ...saved, people: five }],
  ["OLD limits F, the one follower had left", "oldOnF", "mastodon", unmoved, "blocked unpublished possible < byOld.peer", saved],
  ["OLD limits F, the one follower left last week", "oldOnF", "mastodon", unmoved, "blocked unpublished possible < byOld.peer", { ...lastWeek, people: [cy] }],
  ["OLD limits F, two left in the year since the list was saved", "oldOnF", "mastodon", unmoved, "blocked unpublished possible < byOld.peer", { check: savedOn("2025-06-30"), people: [cy, di] }],
  ["two of last week's list, one of them gone from F altogether", "oldOnF", "mastodon", unmoved, "blocked unpublished possible < byOld.peer", { ...lastWeek, people: [cy, fromSnapshot("di", { home: is({ state: "deleted" }) })] }],
  ["two, of whom another list of any day names one", "oldOnF", "mastodon", unmoved, "blocked unpublished possible < byOld.peer", { ...lastWeek, people: [cy, { ...di, before: "list" }] }],
  ["the same where F does not tell whether it heard", "oldOnF", "gotosocial", { byOld: unmoved.byOld ?? {} }, "blocked unpublished possible < byOld.peer", { ...lastWeek, people: five }],
  ["F heard of the move: they were carried along", "oldOnF", "mastodon", { ...unmoved, onOld: { sight: seenMoved } }, "? needs-login", saved],
  ["somebody of F is in OLD's list", "oldOnF", "mastodon", unmoved, "open unpublished likely < old.list+", { ...saved, people: [cy, bo] }],
  ["somebody of F is here", "oldOnF", "mastodon", unmoved, "? needs-login", { ...saved, people: [cy, fromSnapshot("ed", { in: [TARGET] })] }],
  ["F among OLD's peers", "oldOnF", "mastodon", { ...unmoved, byOld: { peer: is(true) } }, "open unpublished likely < byOld.peer", saved],
  ["without a list from before", "oldOnF", "mastodon", unmoved, "? needs-login", { people: [cy] }],
  ["OLD of other software", "oldOnF", "mastodon", unmoved, "? needs-login", { ...saved, check: { ...saved.check, old: { ...OLD, ...runs("gotosocial") } } }],
  ["before a move", "oldOnF", "mastodon", unmoved, "? needs-login", { ...saved, check: { ...saved.check, mode: "planned" } }],
];

/** OLD had so many at the Move and has so many today; F shows so many in its copy. */
const counted = (before: CheckFacts["before"], today: number): Partial<CheckFacts> => ({ before, old: { ...OLD, account: is({ acct: "alice@old.example", movedTo: "alice@new.example", followers: today }) } });
const copy = (followers: number): SampleFacts => ({ onOld: { sight: is({ seen: "known" as const, moved: null, followers }) } });
const ofTheDay = (count: number): CheckFacts["before"] => ({ is: "snapshot", count, takenAt: "2026-03-20" });

/** A copy of OLD's account without the redirect, newer than the Move by the number of its followers. */
const UNHEEDED: readonly Row[] = [
  ["as few as today", "fOnTarget", "mastodon", copy(510), "blocked unpublished possible < onOld.sight", { check: counted(ofTheDay(1000), 500) }],
  ["the same, and nobody knows when the Move was", "fOnTarget", "mastodon", copy(510), "blocked unpublished possible < onOld.sight", { check: { ...counted({ ...ofTheDay(1000), takenAt: "2026-06-10" }, 500), movedAt: login } }],
  ["a copy from between the list and the Move", "fOnTarget", "mastodon", copy(700), "? not-asked", { check: counted(ofTheDay(1000), 500) }],
  ["a copy from when the account grew", "fOnTarget", "mastodon", copy(300), "? not-asked", { check: counted(ofTheDay(1000), 500) }],
  ["a small account, a copy with one more than today", "fOnTarget", "mastodon", copy(6), "blocked unpublished possible < onOld.sight", { check: counted(ofTheDay(12), 5) }],
  ["a small account, a copy that may be of the day before", "fOnTarget", "mastodon", copy(10), "? not-asked", { check: counted(ofTheDay(12), 5) }],
  ["a list of a year ago", "fOnTarget", "mastodon", copy(510), "blocked unpublished possible < onOld.sight", { check: counted({ ...ofTheDay(1000), takenAt: "2025-03-20" }, 500) }],
  ["a list of no day", "fOnTarget", "mastodon", copy(510), "blocked unpublished possible < onOld.sight", { check: counted({ is: "snapshot", count: 1000 }, 500) }],
  ["a number that the mover says", "fOnTarget", "mastodon", copy(510), "blocked unpublished possible < onOld.sight", { check: counted({ is: "stated", count: 1000, takenAt: "2026-03-20" }, 500) }],
  ["no number from before", "fOnTarget", "mastodon", copy(510), "? not-asked", { check: counted({ is: "unknown" }, 500) }],
  ["heard of and not believed", "notice", "mastodon", copy(510), "unheeded likely < onOld.sight", { check: counted(ofTheDay(1000), 500) }],
  ["perhaps so, by a number that the mover says", "notice", "mastodon", copy(510), "unheeded possible < onOld.sight", { check: counted({ is: "stated", count: 1000 }, 500) }],
  ["never heard of, by a copy of another day", "notice", "mastodon", copy(700), "none likely < onOld.sight", { check: counted(ofTheDay(1000), 500) }],
];

const both = (onTarget: SampleFacts["onTarget"], byTarget: SampleFacts["byTarget"]): SampleFacts => ({ onTarget: onTarget ?? {}, byTarget: byTarget ?? {} });
const CLOSED: readonly Row[] = [
  ["both open", "closed", "mastodon", both({ list: is(OPEN) }, { list: is(OPEN) }), "false likely"],
  ["F leaves NEW out", "closed", "akkoma", both({ list: is(LEFT_OUT) }, {}), "true proven < onTarget.list*"],
  ["NEW leaves F out", "closed", "akkoma", both({}, { list: is(LEFT_OUT) }), "true proven < byTarget.list*"],
  ["F blocks NEW, which is another matter", "closed", "akkoma", both({ list: is(BLOCKED) }, { list: is(OPEN) }), "false likely"],
  ["F's side hidden", "closed", "akkoma", both({ list: login }, { list: is(OPEN) }), "? needs-login"],
  ["F a Mastodon that answers something", "closed", "mastodon", both({ list: login, peer: is(false) }, { list: is(OPEN) }), "false likely"],
  ["F a Mastodon of which somebody told", "closed", "mastodon", both({ list: login, told: told({ ...OPEN, inbound: "unknown" }) }, { list: is(OPEN) }), "? needs-login"],
  ["F a Mastodon that shows its own people", "closed", "mastodon", both({ list: login }, { list: is(OPEN) }), "false likely", { server: { control: is(true) } }],
  ["F says it is open", "closed", "gotosocial", both({ list: login }, { list: is(OPEN) }), "false likely", { server: { instance: is({ limitedFederation: false }) } }],
  ["F does not say", "closed", "gotosocial", both({ list: login }, { list: is(OPEN) }), "? needs-login", { server: { instance: is({}) } }],
  ["NEW hidden, but a Mastodon that shows its lists of people", "closed", "mastodon", both({ list: is(OPEN) }, { list: login }), "false likely", { check: target({ limitedFederation: login }) }],
  ["NEW hidden, and of other software", "closed", "mastodon", both({ list: is(OPEN) }, { list: login }), "? needs-login", { check: target({ limitedFederation: login, ...runs("akkoma") }) }],
  ["NEW hidden, no list of people seen either", "closed", "mastodon", both({ list: is(OPEN) }, { list: login }), "? needs-login", { check: target({ limitedFederation: login, list: login }) }],
  ["NEW says it is open", "closed", "mastodon", both({ list: is(OPEN) }, { list: login }), "false likely"],
  ["people on NEW itself", "closed", "mastodon", both({}, {}), "false likely", { server: { host: TARGET }, check: target({ limitedFederation: login, ...runs("akkoma") }) }],
  ["one side contradictory", "closed", "mastodon", both({ list: is(LEFT_OUT), sight: known }, { list: is(OPEN) }), "true possible < onTarget.list* onTarget.sight*"],
  ["one side contradictory, the other hidden", "closed", "mastodon", both({ list: is(LEFT_OUT), sight: known }, { list: login }), "? needs-login", { check: target({ limitedFederation: login, ...runs("akkoma") }) }],
];

const byTarget = (said: SampleFacts["byTarget"]): SampleFacts => ({ byTarget: said ?? {} });
const HELD: readonly Row[] = [
  ["locked", "held", "mastodon", {}, "true proven < target.account+", { check: target({ account: is({ acct: "a@new.example", locked: true }) }) }],
  ["locked by its actor, its API shut", "held", "mastodon", {}, "true proven < target.actor+", { check: target({ account: login, actor: is({ uri: "u", locked: true }) }) }],
  ["locked by one of the two", "held", "mastodon", {}, "true proven < target.actor+", { check: target({ actor: is({ uri: "u", locked: true }) }) }],
  ["neither says", "held", "mastodon", byTarget({ list: is(OPEN) }), "? not-asked", { check: target({ account: is({ acct: "a@new.example" }), actor: is({ uri: "u" }) }) }],
  ["nobody knows of a lock, F not limited", "held", "mastodon", byTarget({ list: is(OPEN) }), "? needs-login needs-signature", { check: target({ account: login, actor: not("needs-signature") }) }],
  ["nobody knows of a lock, F limited", "held", "mastodon", byTarget({ list: is(LIMITED) }), "true proven < byTarget.list*", { check: target({ account: login, actor: login }) }],
  ["not locked, F not limited", "held", "mastodon", byTarget({ list: is(OPEN) }), "false proven < target.account+ byTarget.list*"],
  ["not locked, F's limit unknown", "held", "mastodon", byTarget({ list: login, peer: is(false) }), "? needs-login"],
  ["limited through a parent", "held", "mastodon", byTarget({ list: is({ ...LIMITED, match: "parent" }) }), "true likely < byTarget.list*"],
  ["limited perhaps", "held", "mastodon", byTarget({ list: is({ ...LIMITED, match: "pattern" }) }), "true possible < byTarget.list*"],
  ["an account of F shown as limited", "held", "mastodon", byTarget({ list: login, sight: is({ seen: "known", limited: true }) }), "true likely < byTarget.sight*"],
  ["an account of F shown", "held", "mastodon", byTarget({ list: login, sight: known }), "false likely < target.account+ byTarget.sight*"],
  ["an account of F not found", "held", "mastodon", byTarget({ list: login, sight: absent }), "? needs-login"],
  ["F a peer", "held", "mastodon", byTarget({ list: login, peer: is(true) }), "false likely < target.account+ byTarget.peer*"],
  ["F a peer of a Misskey", "held", "mastodon", byTarget({ list: login, peer: is(true) }), "? needs-login", { check: target(runs("misskey")) }],
  ["a list that says nothing of F for sure", "held", "mastodon", byTarget({ list: is({ ...OPEN, inbound: "unknown" }) }), "? not-asked"],
  ["software that makes nobody wait", "held", "mastodon", byTarget({ list: login }), "false proven < target.account+", { check: target(runs("gotosocial")) }],
  ["software nobody knows", "held", "mastodon", byTarget({ list: login }), "? needs-login", { check: target({ software: login }) }],
];

const snap = [fromSnapshot("cy")];
const lone = (change: Partial<Person>): Rest => ({ people: [person("bo", change)] });
const PEOPLE: readonly Row[] = [
  ["gone, by its own word", "server", null, {}, "gone proven < life", { server: { life: is({ state: "gone", by: "everything" }) } }],
  ["gone, by NodeInfo alone", "server", null, {}, "gone likely < life", { server: { life: is({ state: "gone" }) } }],
  ["gone, though NodeInfo goes on", "server", "mastodon", {}, "gone proven < life", { server: { life: is({ state: "gone", by: "api-and-actors" }) } }],
  ["dead", "server", null, {}, "gone likely < life", { server: { life: is({ state: "dead" }), nodeinfo: is({ software: { name: "mastodon", version: "1" } }) } }],
  ["alive", "server", null, {}, "alive proven < life", { server: { life: is({ state: "alive" }) } }],
  ["alive by NodeInfo", "server", null, {}, "alive proven < nodeinfo", { server: { nodeinfo: is({ software: { name: "mastodon", version: "1" } }) } }],
  ["silent beside an older NodeInfo", "server", "mastodon", {}, "alive likely < nodeinfo", { server: { life: is({ state: "silent" }) } }],
  ["silent, and somebody came", "server", null, {}, "alive likely < target.list+", { server: { life: is({ state: "silent" }), nodeinfo: login }, people: [bo, came] }],
  ["silent", "server", null, {}, "? unreachable", { server: { life: is({ state: "silent" }) } }],
  ["not asked", "server", null, {}, "? not-asked"],
  ["life unknown", "server", null, {}, "? over-budget not-asked", { server: { life: not("over-budget") } }],
  ["ability", "ability", "lemmy", {}, "ignores/false/false/proven proven < nodeinfo ability"],
  ["ability by name", "ability", "bookwyrm", {}, "notifies/false/false/likely likely < nodeinfo ability"],
  ["ability unknown", "ability", "mastodon", {}, "? not-offered", { server: { ability: is({ ...ABILITIES.mastodon, onMove: "unknown" }) } }],
  ["ability not resolved", "ability", null, {}, "? not-asked"],
  ["ability of nobody", "ability", "mastodon", {}, "? bad-answer", { server: { ability: not("bad-answer") } }],
  ["family", "family", "misskey", {}, "misskey proven < nodeinfo"],
  ["family unknown", "family", null, {}, "? not-asked"],
  ["OLD suspended alone", "oldSuspendedAlone", "mastodon", { onOld: { sight: is({ seen: "known", suspended: true }) } }, "true likely < onOld.sight"],
  ["OLD not suspended", "oldSuspendedAlone", "mastodon", { onOld: { sight: known } }, "false proven < onOld.sight"],
  ["OLD suspended, at home unknown", "oldSuspendedAlone", "mastodon", { onOld: { sight: is({ seen: "known", suspended: true }) } }, "? needs-login", { check: { old: { ...OLD, account: login } } }],
  ["OLD suspended at home too", "oldSuspendedAlone", "mastodon", { onOld: { sight: is({ seen: "known", suspended: true }) } }, "false likely < onOld.sight", { check: { old: { ...OLD, account: is({ acct: "a@old.example", suspended: true }) } } }],
  ["a sight of other software", "oldSuspendedAlone", "hollo", { onOld: { sight: known } }, "? not-asked"],
  ["publishes movedTo", "oldPublishesMovedTo", "misskey", {}, "true proven < old.actor+"],
  ["publishes none", "oldPublishesMovedTo", "misskey", {}, "false proven < old.actor+", { check: { old: { ...OLD, actor: is({ uri: "u" }) } } }],
  ["publishes it by API at least", "oldPublishesMovedTo", "misskey", {}, "true likely < old.account+", { check: { old: { ...OLD, actor: login } } }],
  ["the API shows none, the actor is shut", "oldPublishesMovedTo", "misskey", {}, "? needs-signature", { check: { old: { ...OLD, actor: not("needs-signature"), account: is({ acct: "a@old.example" }) } } }],
  ["young, stated", "young", "mastodon", {}, "true likely < movedAt+", { check: { movedAt: is(NOW) } }],
  ["old, stated", "young", "mastodon", {}, "false likely < movedAt+"],
  ["old, stated, though it posted yesterday", "young", "mastodon", {}, "false likely < movedAt+", { check: { ...posted(yesterday), movedAt: is("2026-01-01T00:00:00Z") } }],
  ["stated, and no date", "young", "mastodon", {}, "? not-asked", { check: { movedAt: is("last spring") } }],
  ["posted yesterday", "young", "mastodon", {}, "true likely < old.account+", { check: posted(yesterday) }],
  ["posted in spring", "young", "mastodon", {}, "? not-asked", { check: posted("2026-03-01") }],
  ["posted yesterday on software where the moved may post", "young", "mastodon", {}, "? not-asked", { check: posted(yesterday, "misskey") }],
  ["posted, who knows when", "young", "mastodon", {}, "? over-budget", { check: { movedAt: not("over-budget"), old: { ...OLD, account: login } } }],
  ["notice seen", "notice", "mastodon", { onOld: { sight: is({ seen: "known", moved: "x" }) } }, "seen likely < onOld.sight"],
  ["no notice", "notice", "mastodon", { onOld: { sight: is({ seen: "known", moved: null }) } }, "none likely < onOld.sight"],
  ["no notice, by an answer without the field", "notice", "mastodon", { onOld: { sight: known } }, "none likely < onOld.sight"],
  ["no field on other software", "notice", "akkoma", { onOld: { sight: known } }, "? not-offered"],
  ["an empty field on other software", "notice", "hollo", { onOld: { sight: is({ seen: "known", moved: null }) } }, "none likely < onOld.sight"],
  ["OLD a stranger there", "notice", "mastodon", { onOld: { sight: absent } }, "stranger likely < onOld.sight"],
  ["OLD suspended there", "notice", "mastodon", { onOld: { sight: is({ seen: "known", suspended: true }) } }, "? not-asked"],
  ["not told", "notice", "mastodon", { onOld: { sight: login } }, "? needs-login"],
  ["by views: still OLD's alone", "notice", "misskey", { onOld: { view: whole({ accts: [bo.acct] }) }, onTarget: { view: whole({ accts: [] }) } }, "none likely < onOld.view onTarget.view*"],
  ["by views: NEW's too", "notice", "misskey", { onOld: { view: whole({ accts: [bo.acct] }) }, onTarget: { view: whole({ accts: [bo.acct] }) } }, "? not-asked"],
  ["by views: nobody's", "notice", "misskey", { onOld: { view: whole({ accts: ["x@far.example"] }) }, onTarget: { view: whole({ accts: [] }) } }, "? not-asked"],
  ["by views: NEW's account never met", "notice", "misskey", { onOld: { view: whole({ accts: [bo.acct] }) }, onTarget: { view: not("never-met") } }, "none likely < onOld.view onTarget.view*"],
  ["by views: NEW's server never met", "notice", "misskey", { onOld: { view: whole({ accts: [bo.acct] }) }, onTarget: { list: not("never-met") } }, "none likely < onOld.view onTarget.list*"],
  ["by views: never met, yet somebody came", "notice", "misskey", { onOld: { view: whole({ accts: [bo.acct] }) }, onTarget: { view: not("never-met") } }, "? not-asked", { people: [bo, came] }],
  ["by views, one of them shut", "notice", "misskey", { onOld: { view: whole({ accts: [bo.acct] }) }, onTarget: { view: login } }, "? not-asked"],
  ["a look-up goes before views", "notice", "mastodon", { onOld: { sight: is({ seen: "known", moved: "x" }), view: whole({ accts: [bo.acct] }) }, onTarget: { view: whole({ accts: [] }) } }, "seen likely < onOld.sight"],
  ["OLD itself", "notice", "mastodon", {}, "seen likely < old.account+", { server: { host: "old.example" } }],
  ["OLD itself, the move unclear", "notice", "mastodon", {}, "? not-asked", { server: { host: "old.example" }, check: { old: { ...OLD, account: login, actor: login } } }],
  ["OLD itself, its API shut", "notice", "mastodon", {}, "? not-asked", { server: { host: "old.example" }, check: { old: { ...OLD, account: login } } }],
  ["V_old has him", "viewOld", "mastodon", { onOld: { view: is({ accts: [bo.acct] }) } }, "true proven < onOld.view"],
  ["V_old lacks him", "viewOld", "mastodon", { onOld: { view: whole({ accts: ["x@far.example"] }) } }, "false likely < onOld.view"],
  ["V_old cut short", "viewOld", "mastodon", { onOld: { view: is({ accts: ["x@far.example"] }) } }, "? bad-answer"],
  ["V_old shut", "viewOld", "mastodon", { onOld: { view: login } }, "? needs-login"],
  ["V_old on OLD itself", "viewOld", "mastodon", {}, "true proven < old.list+", { server: { host: "old.example" } }],
  ["V_old on OLD itself, not in its list", "viewOld", "mastodon", {}, "false likely < old.list+", { server: { host: "old.example" }, people: snap }],
  ["V_old on OLD itself, its list cut short", "viewOld", "mastodon", {}, "? over-budget", { server: { host: "old.example" }, people: snap, check: { old: { ...OLD, list: is({ read: 3, stoppedBy: "over-budget" as const }) } } }],
  ["V_new lacks him", "viewTarget", "mastodon", { onTarget: { view: whole({ accts: [] }) } }, "false likely < onTarget.view*"],
  ["V_new masked", "viewTarget", "mastodon", { onTarget: { view: whole({ accts: [], count: 3 }) } }, "? hidden-by-server"],
  ["V_new of nobody", "viewTarget", "mastodon", { onTarget: { view: whole({ accts: [], count: 0 }) } }, "false likely < onTarget.view*"],
  ["V_new of a Misskey that never met NEW's account", "viewTarget", "misskey", { onTarget: { list: is(OPEN), view: not("never-met") } }, "false likely < onTarget.view*"],
  ["V_new of a Misskey that never met NEW at all", "viewTarget", "misskey", { onTarget: { list: not("never-met") } }, "false likely < onTarget.list*"],
  ["V_new of a Misskey that never met NEW, and yet somebody came", "viewTarget", "misskey", { onTarget: { list: not("never-met") } }, "? not-asked", { people: [bo, came] }],
  ["V_new of a Mastodon that does not know NEW's account", "viewTarget", "mastodon", { onTarget: { view: not("never-met") } }, "? never-met"],
  ["alive by his server", "home", "mastodon", {}, "alive proven < home+", lone({ home: is({ state: "alive" }) })],
  ["gone by his server", "home", "mastodon", {}, "gone/memorial proven < home+", lone({ home: is({ state: "memorial" }) })],
  ["moved by his server", "home", "mastodon", {}, "moved/x@y.example proven < home+", lone({ home: is({ state: "moved", movedTo: "x@y.example" }) })],
  ["moved, nobody says where", "home", "mastodon", {}, "moved/true proven < home+", lone({ home: is({ state: "moved" }) })],
  ["moved and here", "home", "mastodon", {}, "moved/x@y.example/x@y.example proven < home+", lone({ home: is({ state: "moved", movedTo: "x@y.example" }), hereAs: "x@y.example" })],
  ["here under another name, by the list alone", "home", "mastodon", {}, "moved/x@y.example likely < old.list+", lone({ old: {}, hereAs: "x@y.example" })],
  ["suspended by OLD's row", "home", "mastodon", {}, "gone/closed likely < old.list+", lone({ old: { suspended: true } })],
  ["suspended by V_old", "home", "mastodon", { onOld: { view: is({ accts: [bo.acct], flagged: { [bo.acct]: { suspended: true } } }) } }, "gone/closed likely < onOld.view"],
  ["not in V_old, alive by OLD's row", "home", "mastodon", { onOld: { view: is({ accts: [], flagged: {} }) } }, "alive likely < old.list+"],
  ["unknown", "home", "mastodon", {}, "? over-budget", lone({ old: {}, home: not("over-budget") })],
  ["in the new list", "arrived", "mastodon", {}, "true proven < target.list+", lone({ in: [TARGET] })],
  ["in another candidate's list", "arrived", "mastodon", {}, "false proven < target.list+", lone({ in: ["c.example"] })],
  ["not met so far", "arrived", "mastodon", {}, "false likely < target.list+", { check: target({ list: is({ read: 1, stillReading: true }) }) }],
  ["in the old list", "position", "mastodon", {}, "old-only proven < target.list+"],
  ["on neither", "position", "mastodon", {}, "neither proven < target.list+", { people: snap }],
  ["here under another name", "position", "mastodon", {}, "here likely", { people: [{ ...bo, hereAs: "x@y.example" }], check: target({ list: login }) }],
  ["asked for from neither list", "asked", "mastodon", {}, "true likely < target.list+", { people: snap }],
  ["not asked for from the old list", "asked", "mastodon", {}, "false proven < nodeinfo ability"],
  ["asked for, the old follow kept", "asked", "misskey", {}, "true likely < nodeinfo ability"],
  ["kept by software that ignores moves", "asked", "misskey", {}, "false proven < nodeinfo ability", { server: { ability: is({ ...ABILITIES.misskey, onMove: "ignores" }) } }],
  ["in the old list of who knows what", "asked", null, {}, "? not-asked"],
  ["where the list is shut", "asked", "hollo", {}, "? needs-login", { check: target({ list: login }) }],
  ["everybody will ask", "asked", null, {}, "true likely", { check: { mode: "planned" } }],
  ["here already", "asked", "mastodon", {}, "false likely < target.list+", lone({ in: [TARGET] })],
  ["how many of F came", "peersHere", "mastodon", {}, "1/2 proven < target.list+", { people: [bo, came] }],
  ["how many of F came, newcomers by number", "peersHere", "mastodon", {}, "7/1 proven < target.list+", { server: { arrived: { [TARGET]: 7 } } }],
  ["setting", "setting", "mastodon", {}, "moved/false/false/true/ proven"],
  ["setting of a snapshot on OLD", "setting", "mastodon", {}, "moved/true/false/false/snapshot proven", { people: snap, server: { host: "old.example" } }],
  ["setting on NEW", "setting", "mastodon", {}, "moved/false/true/true/ proven", { server: { host: TARGET } }],
];

describe.each([
  ["walls", WALLS],
  ["people turned away", TURNED_AWAY],
  ["people cut off by the old server", CUT_OFF],
  ["news that was not believed", UNHEEDED],
  ["closed federation", CLOSED],
  ["follows that wait", HELD],
  ["servers and people", PEOPLE],
])("readings: %s", (_, rows) => {
  it.each(rows)("%s (%s)", (_story, reading, software, shows, answer, rest = {}) => {
    expect(fold(reading, check(rest.check), server(software, shows, rest.server), rest.people ?? [bo])).toBe(answer);
  });
});
