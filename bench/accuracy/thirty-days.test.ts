import { expect, it } from "vitest";
import { stream } from "#world/make/random.ts";
import type { Scenario, ScenarioEvent } from "#world/make/scenario.ts";
import { openBrowsers } from "./browsers.ts";
import { isFalseBlock, isFalseProof, isGuess, isRight, isVisible, type Pair, pairsOf, said } from "./compare.ts";
import { type Diary, type Look, liveOn } from "./live-on.ts";

const PATIENCE_MS = 240_000;
const DAYS = 30;
/** From this many people on a list is long, as `lib/check/again/long-list.ts` has it. */
const LONG = 2_000;
/** Of a follower's server, in one look. */
const MOST_REQUESTS = 10;

const OLD = "old.test";
const NEW = "new.test";

/** Some of everything that changes after a move. */
const STREET: Scenario = {
  name: "a month",
  about: "Alice moved yesterday. Servers break and are mended, blocks are set and lifted, people follow by hand.",
  old: { at: `alice@${OLD}` },
  target: { at: `alice@${NEW}` },
  movedDaysAgo: 1,
  servers: {
    "strict.test": { list: "public", blocks: { [OLD]: "suspend" }, filler: 10 },
    "wall.test": { list: "public", blocks: { [NEW]: "suspend" }, filler: 10 },
    "late.test": { list: "public", mishap: "given-up" },
    "away.test": { fault: "bad-gateway" },
    "shaky.test": { list: "public", blocks: { [OLD]: "suspend" }, filler: 10 },
    "closing.test": { list: "public", mishap: "given-up" },
    "key.test": { software: "misskey", blocks: { [OLD]: "suspend" } },
    "pleroma.test": { software: "akkoma", list: "public", blocks: { [NEW]: "suspend" } },
  },
  followers: {
    [OLD]: ["olga"],
    [NEW]: ["nora"],
    "near.test": ["nils", "nele"],
    "strict.test": ["sam", "sue", "sid"],
    "wall.test": ["will", "wanda"],
    "late.test": ["lea", "leo", "lou"],
    "away.test": ["amy", "abe"],
    "shaky.test": ["sky", "sol"],
    "closing.test": ["cleo", "carl"],
    "key.test": ["kim", "kay"],
    "pleroma.test": ["pia", "pat"],
  },
};

const follow = (who: string): ScenarioEvent => ({ do: "follow-new", who });

const WRITTEN: Diary = {
  1: [follow("cleo@closing.test")],
  2: [
    { do: "mend", at: "away.test" },
    follow("abe@away.test"),
    { do: "break", at: "shaky.test", fault: "bad-gateway" },
  ],
  3: [{ do: "unblock", at: "strict.test", domain: OLD }, follow("sam@strict.test")],
  5: [
    { do: "block", at: "late.test", domain: NEW },
    { do: "mend", at: "shaky.test" },
  ],
  6: [{ do: "break", at: OLD, fault: "bad-gateway" }],
  8: [
    { do: "mend", at: OLD },
    { do: "unblock", at: "wall.test", domain: NEW },
  ],
  10: [{ do: "break", at: "closing.test", fault: "bad-gateway" }, follow("will@wall.test")],
  16: [follow("kim@key.test"), { do: "unblock", at: "pleroma.test", domain: NEW }],
  20: [{ do: "delete-account", who: "pia@pleroma.test", told: true }],
};

/** A month that nobody has written down. */
function dice(seed: number): Diary {
  const next = stream(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const hosts = Object.keys(STREET.followers).filter((host) => host !== OLD && host !== NEW);
  const people = Object.entries(STREET.followers).flatMap(([host, names]) => names.map((name) => `${name}@${host}`));
  const event = (): ScenarioEvent => {
    const at = one(hosts);
    const luck = next();
    if (luck < 0.2) return { do: "break", at, fault: one(["bad-gateway", "unavailable", "html-for-json", "reset"]) };
    if (luck < 0.5) return { do: "mend", at };
    if (luck < 0.65) return { do: "unblock", at, domain: one([OLD, NEW]) };
    if (luck < 0.75) return { do: "block", at, domain: one([OLD, NEW]) };
    return follow(one(people));
  };
  return Object.fromEntries(Array.from({ length: DAYS }, (_, day) => [day + 1, next() < 0.7 ? [event()] : []]));
}

const isUntrue = (pair: Pair): boolean => isGuess(pair) || isFalseBlock(pair) || isFalseProof(pair);
const inWords = ({ day }: Look, pair: Pair): string =>
  `day ${day}: ${pair.told.acct} is said to be ${said(pair)}, and it is ${pair.truth.cause}`;

/**
 * Nobody can know what a server that does not answer has changed: what it said last stands for a while, and then
 * nothing. And a person who came along is never said to have left, whatever cut the follow since.
 */
type LastSeen = Map<string, readonly string[]>;
function stands({ broken }: Look, pair: Pair, last: LastSeen): boolean {
  const before = last.get(pair.told.acct) ?? [];
  if (said(pair) === "here") return before.includes("here");
  return broken.has(hostOf(pair.told)) && [...before, "unknown", "server-gone"].includes(said(pair));
}
/** Somebody there who came by hand looks like one whom the notice has brought: of the others less is sure from then on. */
const isOpenSince = ({ report }: Look, pair: Pair): boolean =>
  said(pair) === "unknown" &&
  (report.followers ?? []).some((one) => one.cause === "here" && hostOf(one) === hostOf(pair.told));
const hostOf = ({ acct }: { readonly acct: string }): string => acct.slice(acct.indexOf("@") + 1);

function untrueIn(looks: readonly Look[]): readonly string[] {
  const last: LastSeen = new Map();
  return looks.flatMap((look) => {
    const pairs = pairsOf(look.report.followers ?? [], look.truth.followers);
    const untrue = pairs.filter(
      (pair) =>
        !stands(look, pair, last) &&
        !isOpenSince(look, pair) &&
        (isUntrue(pair) || (isVisible(pair) && !isRight(pair))),
    );
    for (const { truth } of pairs)
      if (!look.broken.has(hostOf(truth)) && !last.get(truth.acct)?.includes("here")) last.set(truth.acct, truth.holds);
    return untrue.map((pair) => inWords(look, pair));
  });
}

/** Somebody of whom nothing has become different is told another reason, or none any more. */
function flipsIn(looks: readonly Look[]): readonly string[] {
  return looks.flatMap((look, at) => {
    const before = looks[at - 1];
    if (!before) return [];
    const was = new Map(
      pairsOf(before.report.followers ?? [], before.truth.followers).map((one) => [one.told.acct, one]),
    );
    return pairsOf(look.report.followers ?? [], look.truth.followers).flatMap((pair) => {
      const earlier = was.get(pair.told.acct);
      // That nobody is on the way any more is news that time brings.
      const same =
        earlier &&
        `${earlier.truth.holds}` === `${pair.truth.holds}` &&
        isRight(earlier) &&
        said(earlier) !== "still-arriving";
      const tells = (said(pair) !== "unknown" || !look.broken.has(hostOf(pair.told))) && !isOpenSince(look, pair);
      const flips = same && tells && said(earlier) !== said(pair) && said(pair) !== pair.truth.cause;
      return flips ? [`${inWords(look, pair)}; it was said to be ${said(earlier)}`] : [];
    });
  });
}

const overBudget = (looks: readonly Look[]): readonly string[] =>
  looks.flatMap(({ day, requests }) =>
    [...requests].flatMap(([host, many]) =>
      host !== OLD && host !== NEW && many > MOST_REQUESTS ? [`day ${day}: ${many} requests to ${host}`] : [],
    ),
  );

const missingIn = ({ truth }: Look): number => truth.missing;

it("is as true after every look of a month as on the first day", { timeout: PATIENCE_MS }, async () => {
  const browsers = openBrowsers();
  const looks = await liveOn(STREET, WRITTEN, DAYS, {
    listening: browsers.listening,
    visits: {
      1: browsers.subscribe("kept", "left", "lost"),
      5: browsers.leave("left"),
      6: browsers.forget("lost"),
      8: browsers.subscribe("later"),
    },
    after: async ({ app, world, id, key }) => {
      await app.checks.remove(id, key);
      world.happen(follow("amy@away.test"));
      await app.tidy();
      await app.pushes?.tellRest();
      expect(browsers.unread()).toBe(0);
    },
  });
  const days = looks.map(({ day }) => day);
  expect(days.slice(0, 4)).toEqual([0, 1, 3, 7]);
  expect(days.length).toBeGreaterThanOrEqual(6);
  expect(untrueIn(looks)).toEqual([]);
  expect(flipsIn(looks)).toEqual([]);
  expect(overBudget(looks)).toEqual([]);
  expect(looks.map(({ report }) => report.counts.missing)).toEqual(looks.map(missingIn));
  const told = looks.flatMap(({ state: { changes } }) => changes ?? []);
  expect(told.flatMap(({ arrived }) => arrived)).toEqual([
    "cleo@closing.test",
    "abe@away.test",
    "sam@strict.test",
    "will@wall.test",
    "kim@key.test",
  ]);
  // A list is asked for only where nothing else says whether a server is open: of a lifted block, arrivals may tell.
  const changed = told.flatMap(({ servers }) => servers);
  expect(changed).toEqual(expect.arrayContaining(["late.test", "pleroma.test", "strict.test"]));
  expect(["late.test", "pleroma.test", "strict.test", "wall.test"]).toEqual(expect.arrayContaining(changed));
  expect(told.flatMap(({ answered }) => answered)).toContain("away.test");
  // Each look that found something tells each browser of those days once, and what found nothing tells nobody.
  const [ONE, CHANGED] = ["One more follower came along.", "Something we know about your followers has changed."];
  expect(browsers.toldIn(looks)).toEqual([
    { day: 1, who: ["kept", "left", "lost"], what: [ONE] },
    { day: 3, who: ["kept", "left", "lost"], what: ["2 more followers came along."] },
    { day: 7, who: ["kept"], what: [CHANGED] },
    { day: 14, who: ["kept", "later"], what: [ONE] },
    { day: 21, who: ["kept", "later"], what: [ONE] },
  ]);
});

it.skipIf(!process.env.PROVE)("reads the young end alone of long lists", { timeout: PATIENCE_MS }, async () => {
  const many = (name: string) => Array.from({ length: LONG + 80 }, (_, at) => `${name}${at}`);
  const crowd: Scenario = {
    ...{ name: "a crowd", about: "Thousands came along, and thousands are kept out by a block." },
    ...{ old: { at: `alice@${OLD}` }, target: { at: `alice@${NEW}` }, movedDaysAgo: 4 },
    servers: { "strict.test": { list: "public", blocks: { [OLD]: "suspend" } } },
    followers: { "near.test": many("nel"), "strict.test": many("sam") },
  };
  const looks = await liveOn(crowd, { 2: [follow("sam7@strict.test")] }, 8);
  expect(looks.map(({ day }) => day)).toEqual([0, 1, 3, 7]);
  expect(untrueIn(looks)).toEqual([]);
  expect(looks.flatMap(({ state }) => state.changes?.arrived ?? [])).toEqual(["sam7@strict.test"]);
  expect(looks.map(({ report }) => report.counts.missing)).toEqual(looks.map(missingIn));
  const pages = (host: string) => looks.map(({ requests }) => requests.get(host) ?? 0);
  const [first = 0, ...later] = pages(NEW);
  expect(first).toBeGreaterThan(LONG / 80);
  expect(Math.max(...later)).toBeLessThan(20);
  // A week after it was read the old list is read as a whole once more.
  const [, ...old] = pages(OLD);
  expect(Math.max(...old.slice(0, 2))).toBeLessThan(20);
  expect(old[2]).toBeGreaterThan(LONG / 80);
});

it.skipIf(!process.env.PROVE).each(Array.from({ length: 12 }, (_, at) => at + 1))(
  "is as true in a month that nobody has written down (%i)",
  { timeout: PATIENCE_MS },
  async (seed) => {
    const looks = await liveOn(STREET, dice(seed), DAYS);
    expect([...untrueIn(looks), ...flipsIn(looks), ...overBudget(looks)]).toEqual([]);
  },
);
