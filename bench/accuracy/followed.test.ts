import { describe, expect, it } from "vitest";
import type { FollowedServers, Report } from "#lib/contract/report.ts";
import { readFollowedServers } from "#testing/wire/followed.ts";
import { openTestApp } from "#testing/wire/test-app.ts";
import { isDown } from "#world/faults/names.ts";
import { beforeTheMove } from "#world/make/candidates.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { WorldState } from "#world/model.ts";
import { shutsOut } from "#world/software/matching.ts";

const SEEDS = process.env.PROVE ? Array.from({ length: 10 }, (_, at) => at + 1) : [2];
const PATIENCE_MS = 240_000;

/** A seeded world in which the mover follows everybody back. */
function everybodyBack(seed: number): Scenario {
  const scenario = beforeTheMove(generate("small", seed, PRESETS.small), seed, PRESETS.small);
  const follows = Object.entries(scenario.followers).flatMap(([host, people]) =>
    people.map((one) => `${typeof one === "string" ? one : one.user}@${host}`),
  );
  return { ...scenario, old: { ...scenario.old, follows, hidesLists: false } };
}

type Looked = { readonly report: Report; readonly found: FollowedServers; readonly state: WorldState };

async function lookAt(scenario: Scenario): Promise<Looked> {
  const { app, world, close } = await openTestApp(scenario);
  try {
    const candidates = [...(scenario.candidates ?? [])].slice(0, 5);
    const made = await app.checks.create({ mode: "planned", old: scenario.old.at, candidates });
    if (!made.ok) throw new Error(`The check was refused: ${JSON.stringify(made.fields)}`);
    const { id, key } = made.created;
    const settle = async () => {
      for await (const event of app.watch(id, 0, AbortSignal.timeout(150_000))) void event;
    };
    await settle();
    const handles = scenario.old.follows ?? [];
    await app.checks.give(id, key, { following: { handles: [...handles] } });
    await settle();
    const report = await app.checks.report(id, key, { followers: "none" });
    if (!report) throw new Error("The check's report is not there.");
    return { report, found: await readFollowedServers(app, id, key), state: world.state };
  } finally {
    await close();
  }
}

/** Whether the world itself would let a follow from there reach people of this host, whatever is shown of it. */
function letsFollow({ servers }: WorldState, candidate: string, host: string): boolean {
  const [from, to] = [servers.get(candidate.slice(candidate.lastIndexOf("@") + 1)), servers.get(host)];
  if (!from || !to) return false;
  const stops = from.stopped.includes(to.host) || to.stopped.includes(from.host);
  return from === to || (!shutsOut(from, to) && !shutsOut(to, from) && !stops);
}

type Told = { readonly candidate: string; readonly host: string; readonly kind: string; readonly why: string };

const toldIn = ({ report, found }: Looked): readonly Told[] =>
  (report.candidates ?? []).flatMap(({ server: candidate }) =>
    found.servers.map(({ host, at }) => {
      const { kind = "unknown", why = [] } = at[candidate] ?? {};
      return { candidate, host, kind, why: why.join(" ") };
    }),
  );

function isWrong({ state }: Looked, { candidate, host, kind }: Told): boolean {
  const isOpen = letsFollow(state, candidate, host);
  if (kind === "cannot") return isOpen && !isDown(state.servers.get(host)?.fault);
  return kind !== "unknown" && !isOpen;
}

const inAll = (numbers: Readonly<Record<string, number>> = {}): number =>
  Object.values(numbers).reduce((sum, one) => sum + one, 0);

describe("whom one could follow, against what the world would let happen", () => {
  it.each(SEEDS)(
    "seed %d: nobody is counted out who could be followed, nor in who could not, and the numbers add up",
    async (seed) => {
      const looked = await lookAt(everybodyBack(seed));
      const { candidates = [], following } = looked.report;
      const told = toldIn(looked);
      expect(told.filter((one) => isWrong(looked, one))).toEqual([]);
      expect(told.filter(({ kind }) => kind !== "unknown").length).toBeGreaterThan(0.25 * told.length);
      expect(candidates.map((one) => inAll(one.following))).toEqual(candidates.map(() => following?.total));
    },
    PATIENCE_MS,
  );
});
