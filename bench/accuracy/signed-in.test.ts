import { describe, expect, it } from "vitest";
import type { SIGN_IN_TICKS } from "#lib/contract/sign-in.ts";
import { signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { openTestApp } from "#testing/wire/test-app.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { isFalseBlock, isFalseProof, isGuess, isMissing, type Pair, pairsOf, said } from "./compare.ts";
import { savedBefore } from "./run-world.ts";

type Tick = (typeof SIGN_IN_TICKS)[number];
const PATIENCE_MS = 240_000;
/** Worlds of the usual kind in which the new server shuts somebody out, and what its owner ticks beside. */
const SEEDS: readonly (readonly [number, readonly Tick[]])[] = [
  [3, []],
  [4, []],
  [7, ["people"]],
];

/** A check with a list from before, and the same one after the owner of the new account has signed in. */
async function beforeAndAfter(
  scenario: Scenario,
  ticks: readonly Tick[],
): Promise<readonly [readonly Pair[], readonly Pair[]]> {
  const house = await openTestApp(scenario);
  const { app, world } = house;
  try {
    const { truth } = world;
    const made = await app.checks.create({
      ...{ mode: "moved", old: truth.old, new: truth.target },
      before: savedBefore(truth),
    });
    if (!made.ok) throw new Error("The check was refused.");
    const { id, key } = made.created;
    const told = async () => {
      await untilEnded(app, id);
      const report = await app.checks.report(id, key, { followers: "inline" });
      return pairsOf(report?.followers ?? [], world.truth.followers);
    };
    const first = await told();
    const { came } = await signInTo(house, { id, key }, { side: "new", user: truth.target.split("@")[0] ?? "", ticks });
    expect(came?.end).toBe("in");
    return [first, await told()];
  } finally {
    await house.close();
  }
}

const isOpen = (pair: Pair): boolean => isMissing(pair) && said(pair) === "unknown";
const inWords = (pair: Pair): string => `${pair.told.acct}: ${said(pair)}, and it was ${pair.truth.cause}`;

const shareOf = (some: readonly Pair[], all: readonly Pair[]): number => some.length / all.filter(isMissing).length;

describe.runIf(process.env.PROVE)("signing in with the new account", () => {
  it.each(SEEDS)(
    "brings the share of the unknown down by half of what it can in a usual world, and adds nothing wrong (%i, %o)",
    async (seed, ticks) => {
      const [before, after] = await beforeAndAfter(generate("small", seed, PRESETS.typical), ticks);
      const open = new Set(before.filter(isOpen).map(({ told }) => told.acct));
      const settled = after.filter((pair) => open.has(pair.told.acct) && !isOpen(pair));
      const wrong = settled.filter((pair) => isGuess(pair) || isFalseBlock(pair) || isFalseProof(pair));
      expect(wrong.map(inWords)).toEqual([]);
      // What only the owner of the new account can see: whom its server shuts out behind a list that it shows to nobody.
      const shutOut = before.filter((pair) => isOpen(pair) && pair.truth.cause === "blocked-by-new-server");
      expect(shutOut.length).toBeGreaterThan(0);
      const drop = shareOf(before.filter(isOpen), before) - shareOf(after.filter(isOpen), after);
      expect(drop).toBeGreaterThanOrEqual(shareOf(shutOut, before) / 2);
    },
    PATIENCE_MS,
  );
});
