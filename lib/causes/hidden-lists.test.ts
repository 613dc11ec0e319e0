import { expect, it } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { check, is, not, person, type SampleSoftware, server, TARGET, whole } from "#testing/sample.ts";
import { countUp, judgeMove, judgeServer } from "./judge.ts";

const FOLLOWERS = 2_000;
/** Shares of software, of dead servers and of walls are assumptions: no source says how many publish what they block. */
const hidden = not("hidden-by-server");

/** A seeded stream of numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Who follows from where, as real lists are spread: few servers with many, most with one. */
function spread(roll: () => number): readonly number[] {
  const [discount, strength] = [0.6, 10];
  const sizes: number[] = [];
  for (let seated = 0; seated < FOLLOWERS; seated += 1) {
    const seat = roll() * (seated + strength) - (strength + discount * sizes.length);
    const table =
      seat < 0
        ? -1
        : indexOfShare(
            sizes.map((size) => size - discount),
            seat,
          );
    if (table < 0) sizes.push(1);
    else sizes[table] = (sizes[table] ?? 0) + 1;
  }
  return sizes;
}

/** Which of several shares laid end to end a point falls into. */
function indexOfShare(shares: readonly number[], point: number): number {
  let end = 0;
  return shares.findIndex((share) => {
    end += share;
    return point < end;
  });
}

const MIX: readonly (readonly [share: number, software: SampleSoftware])[] = [
  [0.72, "mastodon"],
  [0.08, "misskey"],
  [0.06, "gotosocial"],
  [0.05, "akkoma"],
  [0.05, "hollo"],
  [1, "lemmy"],
];
const softwareAt = (point: number): SampleSoftware =>
  MIX[
    indexOfShare(
      MIX.map(([share]) => share),
      point,
    )
  ]?.[1] ?? "lemmy";

/** One server as strangers see it when nobody publishes a list: NodeInfo, look-ups on Mastodon, followers on Misskey. */
function makeServer(host: string, size: number, roll: () => number): readonly [ServerFacts, readonly Person[]] {
  if (roll() < 0.1) return [server(null, {}, { host, life: is({ state: "dead" }) }), crowd(host, size, () => false)];
  const software = softwareAt(roll());
  const [blocksOld, blocksNew, missedIt] = [roll() < 0.04, roll() < 0.01, roll() < 0.1];
  const carriesOut = software !== "lemmy" && !blocksOld && !blocksNew && !missedIt;
  // Where the Move did not arrive, one in twenty found the new account by hand.
  const people = crowd(host, size, () => roll() < (carriesOut ? 0.93 : blocksNew ? 0 : 0.05));
  const here = people.filter(({ in: where }) => where.length > 0).map(({ acct }) => acct);
  const knowsNew = here.length > 0 || (!blocksNew && roll() < 0.2);
  const seen = software === "mastodon" && roll() > 0.02 ? lookUps(blocksOld, knowsNew) : { onOld: {}, onTarget: {} };
  const views = software === "misskey" ? { view: whole({ accts: here }) } : {};
  const onTarget = { list: hidden, ...seen.onTarget, ...views };
  const asked = {
    onOld: { list: hidden, ...seen.onOld },
    onTarget,
    byOld: { list: hidden },
    byTarget: { list: hidden },
  };
  return [server(software, asked, { host }), people];
}

const lookUps = (blocksOld: boolean, knowsNew: boolean) => ({
  onOld: { sight: is(blocksOld ? { seen: "absent" as const } : { seen: "known" as const, moved: null }) },
  onTarget: { sight: is({ seen: knowsNew ? ("known" as const) : ("absent" as const) }) },
});

/** Ten questions to a server leave so many look-ups at home. */
const LOOKED_UP = 4;

function crowd(host: string, size: number, came: () => boolean): readonly Person[] {
  let looked = 0;
  return Array.from({ length: size }, (_, one) => {
    if (came()) return person(`p${one}`, { server: host, in: [TARGET] });
    const home = looked++ < LOOKED_UP ? { home: is({ state: "alive" as const }) } : {};
    return person(`p${one}`, { server: host, ...home });
  });
}

it("leaves most missing followers an answer to whether following works, though every list is hidden", {
  timeout: 60_000,
}, () => {
  const shares = Array.from({ length: 20 }, (_, seed) => {
    const roll = dice(seed + 1);
    const facts = check();
    const move = judgeMove(facts);
    const verdicts = spread(roll).map((size, rank) =>
      judgeServer(facts, move, ...makeServer(`s${rank}.example`, size, roll)),
    );
    const missing = verdicts.flatMap(({ followers }) =>
      followers.flatMap(({ outcomes }) => (outcomes[TARGET]?.group === "here" ? [] : (outcomes[TARGET] ?? []))),
    );
    expect(countUp(facts, verdicts).missing).toBe(missing.length);
    for (const { cause } of missing) expect(cause).not.toMatch(/new-server-blocked|blocked-by-new-server/);
    return missing.filter(({ reach }) => reach !== "unknown").length / missing.length;
  }).sort((one, other) => one - other);
  const [least, median] = [shares[0] ?? 0, shares[10] ?? 0];
  process.stdout.write(
    `reach known with every list hidden: ${(100 * median).toFixed(0)} % of the missing, ${(100 * least).toFixed(0)} % at least\n`,
  );
  expect(median).toBeGreaterThan(0.4);
});
