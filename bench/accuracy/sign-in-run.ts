import { blockedByNewServer } from "#lib/causes/blocked-by-new-server.ts";
import type { SIGN_IN_TICKS } from "#lib/contract/sign-in.ts";
import { signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { openTestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { isFalseBlock, isFalseProof, isGuess, isMissing, type Pair, pairsOf, said } from "./compare.ts";
import { savedBefore } from "./run-world.ts";

export type Tick = (typeof SIGN_IN_TICKS)[number];
/** What a check said of everybody before its owner signed in with the new account, and after it. */
export type BeforeAndAfter = { readonly before: readonly Pair[]; readonly after: readonly Pair[] };

/** A check with a list from before, and the same one after the owner of the new account has signed in. */
export async function signedInRun(scenario: Scenario, ticks: readonly Tick[]): Promise<BeforeAndAfter> {
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
    const before = await told();
    const { came } = await signInTo(house, { id, key }, { side: "new", user: truth.target.split("@")[0] ?? "", ticks });
    if (came?.end !== "in") throw new Error(`Signing in ended as ${came?.end ?? "never begun"}.`);
    return { before, after: await told() };
  } finally {
    await house.close();
  }
}

/** Of the missing: those about whom nothing is said. */
export const isOpen = (pair: Pair): boolean => isMissing(pair) && said(pair) === "unknown";

export type SignedInScore = {
  readonly missing: number;
  readonly openBefore: number;
  readonly openAfter: number;
  /** Whom only the owner of the new account can see: people whom its server shuts out behind a list shown to nobody. */
  readonly onlyOwnerSees: number;
  readonly settled: number;
  readonly wrong: readonly Pair[];
};

export function scoreOfSignIn({ before, after }: BeforeAndAfter): SignedInScore {
  const open = new Set(before.filter(isOpen).map(({ told }) => told.acct));
  const settled = after.filter((pair) => open.has(pair.told.acct) && !isOpen(pair));
  return {
    missing: before.filter(isMissing).length,
    openBefore: before.filter(isOpen).length,
    openAfter: after.filter(isOpen).length,
    onlyOwnerSees: before.filter((pair) => isOpen(pair) && pair.truth.cause === blockedByNewServer.id).length,
    settled: settled.length,
    wrong: settled.filter((pair) => isGuess(pair) || isFalseBlock(pair) || isFalseProof(pair)),
  };
}

export const wrongInWords = (pair: Pair): string => `${pair.told.acct}: ${said(pair)}, and it was ${pair.truth.cause}`;
