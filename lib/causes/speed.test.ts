import { expect, it } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { BLOCKED, check, is, not, OPEN, person, type SampleSoftware, server, TARGET, whole } from "#testing/sample.ts";
import { countUp, judgeInSlices, judgeMove } from "./judge.ts";

const PEOPLE = 200_000;
const SERVERS = 8_000;
/** The promise is 2 s and 20 ms; a slower machine gets so many times as long. Processor time, so that a busy one can tell. */
const SLACK = 3;
const cpuMs = () => process.threadCpuUsage().user / 1000;

const SOFTWARE: readonly SampleSoftware[] = [
  "mastodon",
  "mastodon",
  "mastodon",
  "misskey",
  "gotosocial",
  "akkoma",
  "lemmy",
];

/** A few servers hold most of the people, most servers one or two: sizes fall with the rank. */
function crowds(): readonly (readonly [ServerFacts, readonly Person[]])[] {
  const weights = Array.from({ length: SERVERS }, (_, rank) => 1 / (rank + 1) ** 0.9);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, rank) => {
    const host = `s${rank}.example`;
    const size = Math.max(1, Math.round((weight / all) * PEOPLE));
    return [facts(host, rank, size), Array.from({ length: size }, (_, one) => follower(host, one))] as const;
  });
}

function facts(host: string, rank: number, size: number): ServerFacts {
  const name = SOFTWARE[rank % SOFTWARE.length] ?? "mastodon";
  const view = whole({
    accts: Array.from({ length: size }, (_, one) => `p${one}@${host}`).filter((_, one) => one % 3 > 0),
  });
  const asked = {
    onOld: {
      list: rank % 9 === 0 ? is(BLOCKED) : not("hidden-by-server"),
      sight: is({ seen: "known" as const }),
      view,
    },
    onTarget: { list: rank % 11 === 0 ? is(BLOCKED) : not("hidden-by-server"), peer: is(rank % 2 === 0) },
    byTarget: { list: is(OPEN) },
    byOld: { list: is(OPEN) },
  };
  return server(name, asked, { host });
}

const follower = (host: string, one: number): Person =>
  person(`p${one}`, { server: host, in: one % 10 === 0 ? [TARGET] : [] });

type Run = { readonly slices: readonly number[]; readonly took: number; readonly judged: number };

function judgeAll(sample: ReturnType<typeof crowds>): Run {
  const facts = check();
  const move = judgeMove(facts);
  const towards = [];
  const slices: number[] = [];
  const start = cpuMs();
  for (const [server, some] of sample) {
    const steps = judgeInSlices(facts, move, server, some);
    for (let done = false; !done; ) {
      const before = cpuMs();
      const step = steps.next();
      slices.push(cpuMs() - before);
      if (step.done) towards.push({ host: step.value.host, towards: step.value.towards });
      done = step.done === true;
    }
  }
  const counts = countUp(facts, towards);
  const judged = Object.values(counts.byCause).reduce((sum, number) => sum + number, 0);
  return { slices, took: cpuMs() - start, judged };
}

it("judges 200,000 followers on 8,000 servers in slices that nobody has to wait for", { timeout: 180_000 }, () => {
  const sample = crowds();
  const people = sample.reduce((sum, [, some]) => sum + some.length, 0);
  // The same work thrice: what only one of the runs shows is the collector's pause, not the slice's length.
  const runs = [judgeAll(sample), judgeAll(sample), judgeAll(sample)];
  const longest = (runs[0]?.slices ?? []).reduce(
    (most, _, at) => Math.max(most, Math.min(...runs.map(({ slices }) => slices[at] ?? 0))),
    0,
  );
  const took = Math.min(...runs.map((run) => run.took));
  process.stdout.write(
    `judged ${people} people on ${SERVERS} servers in ${Math.round(took)} ms of processor time, longest slice ${longest.toFixed(1)} ms\n`,
  );
  expect(people).toBeGreaterThan(190_000);
  for (const { judged } of runs) expect(judged).toBe(people);
  expect(took).toBeLessThan(2_000 * SLACK);
  expect(longest).toBeLessThan(20 * SLACK);
});
