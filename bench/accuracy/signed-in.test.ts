import { describe, expect, it } from "vitest";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import { scoreOfSignIn, signedInRun, type Tick, wrongInWords } from "./sign-in-run.ts";

const PATIENCE_MS = 240_000;
/** Worlds of the usual kind in which the new server shuts somebody out, and what its owner ticks beside. */
const SEEDS: readonly (readonly [number, readonly Tick[]])[] = [
  [3, []],
  [4, []],
  [7, ["people"]],
];

describe.runIf(process.env.PROVE)("signing in with the new account", () => {
  it.each(SEEDS)(
    "brings the share of the unknown down by half of what it can in a usual world, and adds nothing wrong (%i, %o)",
    async (seed, ticks) => {
      const run = await signedInRun(generate("typical", seed, PRESETS.typical), ticks);
      const { missing, openBefore, openAfter, onlyOwnerSees, wrong } = scoreOfSignIn(run);
      expect(wrong.map(wrongInWords)).toEqual([]);
      expect(onlyOwnerSees).toBeGreaterThan(0);
      expect((openBefore - openAfter) / missing).toBeGreaterThanOrEqual(onlyOwnerSees / missing / 2);
    },
    PATIENCE_MS,
  );
});
