// biome-ignore-all format: the table is read as a table.
import { describe, expect, it } from "vitest";
import type { AskedAbout, SaidBy } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { gap } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { BLOCKED, check, fromSnapshot, is, LIMITED, NEW, not, OPEN, PARENT, person, type SampleSoftware, server, TARGET, whole } from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

/** What a server of this software shows a stranger: its blocks, the accounts it knows, or nothing. */
type Window = "publishes" | "look-ups" | "closed";
type Truth = "F blocks OLD" | "F blocks NEW" | "NEW blocks F" | "NEW limits F" | "NEW is locked" | "nothing";

/** The row names a server above. Only Mastodon knows exceptions that it does not publish; some need the name itself. */
const rowOf = (software: SampleSoftware): Stance => {
  if (software === "mastodon") return PARENT;
  return ["akkoma", "misskey", "sharkey", "gotosocial"].includes(software) ? { ...PARENT, parentProves: true } : { ...BLOCKED, match: "exact" };
};

/** Everything a software answers about one of the two, made from the truth. */
function about(side: "OLD" | "NEW", software: SampleSoftware, window: Window, truth: Truth): AskedAbout {
  const blocks = truth === `F blocks ${side}`;
  if (window === "closed") return { list: not("needs-login"), sight: not("needs-login"), view: not("needs-login"), peer: not("needs-login") };
  const list = window === "publishes" ? is(blocks ? rowOf(software) : OPEN) : not("hidden-by-server");
  return { list, ...ACCOUNTS[software]?.(side, blocks) };
}

const followers = (side: "OLD" | "NEW") => ({ view: whole({ accts: side === "OLD" ? ["bo@far.example"] : [] }) });
const lookUp = (side: "OLD" | "NEW"): AskedAbout => side === "OLD" ? { sight: is({ seen: "known", moved: null }), ...followers(side) } : { sight: is({ seen: "absent" }) };
/** Pleroma shows accounts, never where they moved. */
const withoutMoves = (side: "OLD" | "NEW"): AskedAbout => side === "OLD" ? { sight: is({ seen: "known" }) } : {};
const ACCOUNTS: Partial<Record<SampleSoftware, (side: "OLD" | "NEW", blocks: boolean) => AskedAbout>> = {
  mastodon: (side, blocks) => blocks ? { sight: is({ seen: "absent" }), peer: is(false) } : { ...lookUp(side), peer: is(true) },
  ...{ misskey: followers, sharkey: followers, hollo: lookUp, pleroma: withoutMoves, akkoma: withoutMoves },
};

function serverOf(software: SampleSoftware, window: Window, truth: Truth): ServerFacts {
  const byTarget: SaidBy = { list: is(truth === "NEW blocks F" ? BLOCKED : truth === "NEW limits F" ? LIMITED : OPEN) };
  const asked = { onOld: about("OLD", software, window, truth), onTarget: about("NEW", software, window, truth), byOld: { list: is(OPEN) }, byTarget };
  const control = software === "mastodon" ? { control: window === "closed" ? gap("needs-login") : is(true) } : {};
  return server(software, asked, control);
}

const WHO: readonly (readonly [mode: "moved" | "planned", who: Person])[] = [
  ["moved", person("bo", { home: is({ state: "alive" }) })],
  ["moved", { ...fromSnapshot("cy"), home: is({ state: "alive" }) }],
  // Asked at home, as everybody is whose software lists no followers of others.
  ["planned", person("bo", { home: is({ state: "alive" }) })],
];
function answers(software: SampleSoftware, window: Window, truth: Truth): readonly string[] {
  const locked = truth === "NEW is locked" ? { targets: [{ ...NEW, account: is({ acct: "alice@new.example", locked: true }) }] } : {};
  return WHO.map(([mode, who]) => {
    const facts = check({ mode, ...locked });
    const outcome = judgeServer(facts, judgeMove(facts), serverOf(software, window, truth), [who]).followers[0]?.outcomes[TARGET];
    return `${[outcome?.cause, outcome?.certainty].filter((word) => word !== null).join(" ")}, ${outcome?.reach}`;
  });
}

type Row = readonly [software: SampleSoftware, window: Window, truth: Truth, inOld: string, inNeither: string, planned: string];
//             window        truth            in the old list                            on neither list                            before a move
const GRID: readonly Row[] = [
  ["mastodon",   "publishes", "F blocks OLD",  "old-server-blocked likely, works",        "old-server-blocked likely, works",        "old-server-blocked likely, works"],
  ["mastodon",   "publishes", "F blocks NEW",  "new-server-blocked likely, blocked",      "new-server-blocked likely, blocked",      "new-server-blocked likely, blocked"],
  ["mastodon",   "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["mastodon",   "publishes", "NEW limits F",  "notice-lost possible, waits",             "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["mastodon",   "publishes", "NEW is locked", "notice-lost possible, waits",             "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["mastodon",   "publishes", "nothing",       "notice-lost possible, works",             "unexplained, works",                      "clear, works"],
  ["mastodon",   "look-ups",  "F blocks OLD",  "old-server-blocked likely, works",        "old-server-blocked likely, works",        "old-server-blocked likely, works"],
  ["mastodon",   "look-ups",  "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["mastodon",   "look-ups",  "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["mastodon",   "look-ups",  "NEW limits F",  "notice-lost possible, waits",             "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["mastodon",   "look-ups",  "NEW is locked", "notice-lost possible, waits",             "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["mastodon",   "look-ups",  "nothing",       "notice-lost possible, works",             "unexplained, works",                      "clear, works"],
  ["mastodon",   "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["mastodon",   "closed",    "NEW limits F",  "unknown, unknown",                        "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["mastodon",   "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["misskey",    "publishes", "F blocks OLD",  "old-server-blocked proven, works",        "old-server-blocked proven, works",        "old-server-blocked proven, works"],
  ["misskey",    "publishes", "F blocks NEW",  "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked"],
  ["misskey",    "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["misskey",    "publishes", "NEW limits F",  "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["misskey",    "publishes", "NEW is locked", "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["misskey",    "publishes", "nothing",       "notice-lost possible, works",             "unexplained, works",                      "clear, works"],
  ["misskey",    "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["misskey",    "closed",    "NEW limits F",  "waiting-for-approval likely, unknown",    "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["misskey",    "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["sharkey",    "publishes", "F blocks OLD",  "old-server-blocked proven, works",        "old-server-blocked proven, works",        "old-server-blocked proven, works"],
  ["sharkey",    "publishes", "F blocks NEW",  "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked"],
  ["sharkey",    "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["sharkey",    "publishes", "NEW limits F",  "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["sharkey",    "publishes", "NEW is locked", "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["sharkey",    "publishes", "nothing",       "notice-lost possible, works",             "unexplained, works",                      "clear, works"],
  ["sharkey",    "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["sharkey",    "closed",    "NEW limits F",  "waiting-for-approval likely, unknown",    "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["sharkey",    "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["akkoma",     "publishes", "F blocks OLD",  "old-server-blocked proven, works",        "old-server-blocked proven, works",        "old-server-blocked proven, works"],
  ["akkoma",     "publishes", "F blocks NEW",  "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked"],
  ["akkoma",     "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["akkoma",     "publishes", "NEW limits F",  "unknown, waits",                          "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["akkoma",     "publishes", "NEW is locked", "unknown, waits",                          "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["akkoma",     "publishes", "nothing",       "unknown, works",                          "unknown, works",                          "clear, works"],
  ["akkoma",     "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["akkoma",     "closed",    "NEW limits F",  "unknown, unknown",                        "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["akkoma",     "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["pleroma",    "publishes", "F blocks OLD",  "old-server-blocked proven, works",        "old-server-blocked proven, works",        "old-server-blocked proven, works"],
  ["pleroma",    "publishes", "F blocks NEW",  "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked"],
  ["pleroma",    "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["pleroma",    "publishes", "NEW limits F",  "unknown, waits",                          "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["pleroma",    "publishes", "NEW is locked", "unknown, waits",                          "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["pleroma",    "publishes", "nothing",       "unknown, works",                          "unknown, works",                          "clear, works"],
  ["pleroma",    "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["pleroma",    "closed",    "NEW limits F",  "unknown, unknown",                        "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["pleroma",    "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["gotosocial", "publishes", "F blocks OLD",  "old-server-blocked likely, unknown",      "old-server-blocked likely, unknown",      "old-server-blocked likely, unknown"],
  ["gotosocial", "publishes", "F blocks NEW",  "new-server-blocked likely, blocked",      "new-server-blocked likely, blocked",      "new-server-blocked likely, blocked"],
  ["gotosocial", "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["gotosocial", "publishes", "NEW limits F",  "unknown, waits",                          "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["gotosocial", "publishes", "NEW is locked", "unknown, waits",                          "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["gotosocial", "publishes", "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["gotosocial", "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["gotosocial", "closed",    "NEW limits F",  "unknown, unknown",                        "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["gotosocial", "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["hollo",      "look-ups",  "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["hollo",      "look-ups",  "NEW limits F",  "waiting-for-approval likely, unknown",    "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["hollo",      "look-ups",  "NEW is locked", "waiting-for-approval likely, unknown",    "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["hollo",      "look-ups",  "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["friendica",  "publishes", "F blocks OLD",  "old-server-blocked proven, works",        "old-server-blocked proven, works",        "old-server-blocked proven, works"],
  ["friendica",  "publishes", "F blocks NEW",  "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked"],
  ["friendica",  "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["friendica",  "publishes", "NEW limits F",  "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["friendica",  "publishes", "NEW is locked", "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits",      "waiting-for-approval likely, waits"],
  ["friendica",  "publishes", "nothing",       "unknown, works",                          "unknown, works",                          "clear, works"],
  ["lemmy",      "publishes", "F blocks OLD",  "old-server-blocked proven, works",        "old-server-blocked proven, works",        "old-server-blocked proven, works"],
  ["lemmy",      "publishes", "F blocks NEW",  "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked",      "new-server-blocked proven, blocked"],
  ["lemmy",      "publishes", "NEW blocks F",  "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked",   "blocked-by-new-server proven, blocked"],
  ["lemmy",      "publishes", "NEW limits F",  "software-ignores-move proven, waits",     "software-ignores-move proven, waits",     "software-ignores-move proven, waits"],
  ["lemmy",      "publishes", "NEW is locked", "software-ignores-move proven, waits",     "software-ignores-move proven, waits",     "software-ignores-move proven, waits"],
  ["lemmy",      "publishes", "nothing",       "software-ignores-move proven, works",     "software-ignores-move proven, works",     "software-ignores-move proven, works"],
  ["bookwyrm",   "closed",    "F blocks NEW",  "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown"],
  ["bookwyrm",   "closed",    "NEW limits F",  "software-ignores-move likely, unknown",   "software-ignores-move likely, waits",     "software-ignores-move likely, unknown"],
  ["bookwyrm",   "closed",    "nothing",       "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown"],
  ["pixelfed",   "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["pixelfed",   "closed",    "NEW limits F",  "unknown, unknown",                        "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["pixelfed",   "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["snac",       "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["snac",       "closed",    "NEW limits F",  "unknown, unknown",                        "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["snac",       "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["wordpress",  "closed",    "F blocks NEW",  "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown"],
  ["wordpress",  "closed",    "NEW limits F",  "software-ignores-move likely, unknown",   "software-ignores-move likely, waits",     "software-ignores-move likely, unknown"],
  ["wordpress",  "closed",    "nothing",       "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown",   "software-ignores-move likely, unknown"],
  ["ghost",      "closed",    "F blocks NEW",  "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
  ["ghost",      "closed",    "NEW limits F",  "unknown, unknown",                        "waiting-for-approval likely, waits",      "waiting-for-approval likely, unknown"],
  ["ghost",      "closed",    "nothing",       "unknown, unknown",                        "unknown, unknown",                        "unknown, unknown"],
];

describe("what can be told of each software through what it shows", () => {
  it.each(GRID)("%s, %s, %s: %s | %s | %s", (software, window, truth, ...said) => {
    expect(answers(software, window, truth)).toEqual(said);
  });
});
