import { type Hints, OPINION_KINDS, type Opinions } from "#lib/domain/evidence/opinions.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { askFediseer, FEDISEER } from "#lib/fediverse/opinions/fediseer.ts";
import type { CheckDeps } from "../state/deps.ts";
import { DAY, isKnown, remember } from "../state/remember.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";
import { type ReadList, readSharedLists, sayingOf } from "./read-lists.ts";

type Asker = Pick<CheckDeps, "gate" | "memory">;

/**
 * What others say of each candidate, where the operator lets a check ask for it. It comes last: nothing waits for it.
 * Opinions change slowly: each is asked for once a day, for all checks together.
 */
export async function askOpinions({ deps, signal }: Run, runState: RunState): Promise<void> {
  const { hints } = deps.settings;
  const { facts } = runState;
  if (facts.mode !== "planned" || !hints || !(hints.fediseer || hints.lists)) return;
  const lists = hints.lists ? await readSharedLists(deps, hints.datasets) : [];
  const targets: Side[] = [];
  for (const side of facts.targets) {
    if (signal.aborted) return;
    targets.push(side.host === "" ? side : { ...side, opinions: await opinionsOn(deps, side, hints, lists) });
  }
  runState.facts = { ...facts, targets };
}

async function opinionsOn(asker: Asker, side: Side, hints: Hints, lists: readonly ReadList[]): Promise<Opinions> {
  const onLists = lists.map((list) => [list.id, sayingOf(list, side)] as const);
  return {
    ...(hints.lists ? { lists: Object.fromEntries(onLists) } : {}),
    ...(hints.fediseer ? { fediseer: await fediseerOn(asker, side) } : {}),
  };
}

async function fediseerOn(asker: Asker, { host }: Side): Promise<NonNullable<Opinions["fediseer"]>> {
  const asked = OPINION_KINDS.map(async (kind) => {
    const key = memoryKey(FEDISEER.webHost, `${kind}/${host}`);
    return [kind, await remember(asker, key, DAY, () => askFediseer(asker.gate, kind, host), isKnown)] as const;
  });
  return Object.fromEntries(await Promise.all(asked)) as NonNullable<Opinions["fediseer"]>;
}
