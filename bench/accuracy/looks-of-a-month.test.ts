import { expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { comeBack } from "#testing/signin/sign-in.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { isFalseBlock, isFalseProof, isGuess, pairsOf } from "./compare.ts";
import { type Look, liveOn, type Visit } from "./live-on.ts";

const PATIENCE_MS = 240_000;
const DAYS = 20;
const [OLD, NEW] = ["old.test", "new.test"];
/** On the day of one of the check's own looks; the next but one comes eleven days later. */
const DAY_OF_LOOKS = 3;
const STALE_AFTER = 10;

/** Nothing public tells of the first two; at `late.test` the check finds something each week, and looks on. */
const MEMBERS: Scenario = {
  name: "a month of looks",
  about: "Two servers tell their members alone, by a list or by what they find, and one of each looks.",
  old: { at: `alice@${OLD}` },
  target: { at: `alice@${NEW}` },
  newIsBusy: false,
  movedDaysAgo: 4,
  servers: {
    [NEW]: { peers: false },
    "shut.test": { list: "users", peers: false, blocks: { [NEW]: "suspend" } },
    "mute.test": { list: "hidden", peers: false, blocks: { [NEW]: "suspend" } },
    "late.test": { list: "public", blocks: { [OLD]: "suspend" } },
  },
  followers: {
    "shut.test": ["sue", "sam"],
    "mute.test": ["mia", "max"],
    "late.test": ["lea", "leo", "lou"],
  },
};
const LOOKERS = { "shut.test": "sue", "mute.test": "mia" } as const;

/** One of each server signs in there, from the page for followers. */
const lookEverywhere: Visit = async ({ app, world, id }) => {
  const share = await app.shares.create(id, { days: 30 });
  if (!share?.ok) throw new Error("no page");
  for (const [server, user] of Object.entries(LOOKERS)) {
    const begun = await app.looks.begin({ token: share.token }, server);
    if (!begun?.ok) throw new Error(`not begun at ${server}`);
    const arrived = await visitorOf(world).go(begun.url, user);
    if (!("back" in arrived)) throw new Error(`not back from ${server}`);
    const came = await comeBack(app, arrived, begun.cookie);
    if (came.end !== "follower") throw new Error(`came back from ${server} as ${came.end}`);
    await app.looks.receive(came);
  }
};

const causesIn = ({ followers }: Report): Readonly<Record<string, string | null | undefined>> =>
  Object.fromEntries(
    Object.keys(LOOKERS).map((server) => [server, followers?.find((one) => one.server === server)?.cause]),
  );

function untrueIn({ report, truth }: Look): readonly string[] {
  const pairs = pairsOf(report.followers ?? [], truth.followers);
  const untrue = pairs.filter((pair) => isGuess(pair) || isFalseBlock(pair) || isFalseProof(pair));
  return untrue.map(({ told, truth: { cause } }) => `${told.acct}: ${told.cause}, and it is ${cause}`);
}

it("counts what one of each server was told there for ten days, and no longer", { timeout: PATIENCE_MS }, async () => {
  const diary = {
    2: [{ do: "follow-new", who: "lea@late.test" }],
    6: [{ do: "follow-new", who: "leo@late.test" }],
    // The blocks are lifted, and nobody tells: what was seen must not stand for ever.
    9: [
      { do: "unblock", at: "shut.test", domain: NEW },
      { do: "unblock", at: "mute.test", domain: NEW },
    ],
    12: [{ do: "follow-new", who: "lou@late.test" }],
  } as const;
  let atOnce: Report | null = null;
  const visit: Visit = async (house) => {
    await lookEverywhere(house);
    atOnce = await house.app.checks.report(house.id, house.key, { followers: "inline" });
  };
  const looks = await liveOn(MEMBERS, diary, DAYS, { visits: { [DAY_OF_LOOKS]: visit } });
  const told = { "shut.test": "new-server-blocked", "mute.test": "new-server-blocked" };
  const unknown = { "shut.test": "unknown", "mute.test": "unknown" };
  expect(atOnce && causesIn(atOnce)).toEqual(told);
  expect(looks.map(({ day, report }) => [day, causesIn(report)])).toEqual(
    looks.map(({ day }) => {
      const isTold = day >= DAY_OF_LOOKS && day - DAY_OF_LOOKS <= STALE_AFTER;
      return [day, isTold ? told : unknown];
    }),
  );
  expect(looks.some(({ day }) => day >= DAY_OF_LOOKS && day <= 8)).toBe(true);
  expect(looks.at(-1)?.day).toBeGreaterThan(DAY_OF_LOOKS + STALE_AFTER);
  expect(looks.filter(({ day }) => day < 9 || day - DAY_OF_LOOKS > STALE_AFTER).flatMap(untrueIn)).toEqual([]);
});
