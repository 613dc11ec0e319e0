import { describe, expect, it } from "vitest";
import type { PresetName } from "#world/make/presets.ts";
import {
  isFalseBlock,
  isFalseHope,
  isFalseProof,
  isMissing,
  type Pair,
  pairsOf,
  said,
  strangersIn,
  twiceIn,
} from "./compare.ts";
import { runWorld } from "./run-world.ts";

const PATIENCE_MS = 120_000;
/** `npm run prove` lives through a hundred worlds, `npm test` through a few; a part of them between these two. */
const FIRST = Number(process.env.FIRST_WORLD ?? 1);
const LAST = Number(process.env.LAST_WORLD ?? (process.env.PROVE ? 100 : FIRST + 1));

type Lived = {
  readonly seed: number;
  readonly preset: PresetName;
  readonly snapshot: boolean;
  readonly hidden: boolean;
};

/**
 * Every second one has the mover's own servers on other software, every third hides all lists of blocks. In others with
 * a saved list people have left by themselves since.
 */
const lives: readonly Lived[] = Array.from({ length: LAST - FIRST + 1 }, (_, from) => {
  const at = FIRST - 1 + from;
  return {
    seed: at + 1,
    preset: at % 2 === 1 ? "elsewhere" : at % 4 === 0 ? "aged" : "small",
    snapshot: at % 4 < 2,
    hidden: at % 3 === 2,
  };
});

/** Where the old list is shown to nobody, only a saved one says whom to miss: a world without anybody would prove nothing. */
async function live({ preset, seed, snapshot, hidden }: Lived): ReturnType<typeof runWorld> {
  const lived = await runWorld(preset, seed, { snapshot, hidden });
  return lived.report.followers?.length ? lived : runWorld(preset, seed, { snapshot: true, hidden });
}

const inWords = (pair: Pair): string =>
  `${pair.told.acct}: ${said(pair)} ${pair.told.certainty} ${pair.told.reach}, and it was ${pair.truth.holds.join()} ${pair.truth.reach}`;

describe("a check of a generated move", () => {
  it.each(lives)(
    "world $seed ($preset): blocks nobody who is open, proves nothing untrue, and promises nobody who is gone or shut out",
    async (world) => {
      const { report, truth } = await live(world);
      const followers = report.followers ?? [];
      expect(strangersIn(followers, truth.followers).filter((acct) => !acct.startsWith("https://"))).toEqual([]);
      const pairs = pairsOf(followers, truth.followers);
      expect(pairs).not.toEqual([]);
      expect(twiceIn(pairs)).toEqual([]);
      const missing = pairs.filter(isMissing);
      expect(pairs.filter(isFalseBlock).map(inWords)).toEqual([]);
      expect(pairs.filter(isFalseProof).map(inWords)).toEqual([]);
      expect(missing.filter(isFalseHope).map(inWords)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
