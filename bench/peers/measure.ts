import { loadavg } from "node:os";
import type { PresetName } from "#world/make/presets.ts";
import { OLD, OWN } from "../speed/measure.ts";
import { weightOf } from "../speed/requests.ts";
import { openWorld, type WorldProcess } from "../world/open.ts";
import type { Entry, Mode } from "./entry.ts";
import { hostOf, type Task } from "./found.ts";
import type { PeerName } from "./process.ts";
import { runPeer } from "./run.ts";
import { added, tallyOf } from "./tally.ts";
import { toldOf } from "./told.ts";

type Setting = {
  readonly preset: PresetName;
  readonly seed: number;
  readonly speed: number;
  readonly mode: Mode;
};

/** The same world as Housewarming meets, opened anew: no program finds a window that another one has used up. */
export async function measurePeer(peer: PeerName, { mode, ...wanted }: Setting): Promise<Entry> {
  const planned = mode === "planned";
  const world = await openWorld({ ...wanted, planned });
  try {
    const { task, truths } = await taskIn(world, planned);
    const { found, ...run } = await runPeer({ peer, task }, world.env);
    const tallies = Object.entries(truths).map(([target, truth]) => tallyOf(toldOf(found, task.old, target), truth));
    const { firstCauseMs, doneMs, cpuMs, peakMb } = run;
    return {
      ...{ firstCauseMs, doneMs, ...weightOf(await world.newRequests(), [...OWN, ...task.targets]) },
      ...{ cpuMs, peakMb, tally: added(tallies), at: new Date().toISOString(), load: loadavg()[0] ?? 0 },
    };
  } finally {
    await world.stop();
  }
}

/** What the program is told, and the truth about each server that the account has moved or could move to. */
async function taskIn(world: WorldProcess, planned: boolean) {
  if (planned) {
    const truths = await world.played();
    return { truths, task: { old: OLD, targets: Object.keys(truths) } satisfies Task };
  }
  const truth = await world.truth();
  const target = hostOf(truth.target);
  return { truths: { [target]: truth }, task: { old: OLD, fresh: truth.target, targets: [target] } satisfies Task };
}
