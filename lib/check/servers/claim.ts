import type { Person } from "#lib/domain/evidence/person.ts";
import { ownAccts } from "#lib/domain/move/mover.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { arrivedFrom } from "#lib/store/check/people/arrivals.ts";
import { giveNames, handlesAround, namelessAround } from "#lib/store/check/people/names.ts";
import { peopleOf } from "#lib/store/check/people/people.ts";
import { claimServers } from "#lib/store/check/servers.ts";
import type { Lists } from "../lists/list-signals.ts";
import type { Run } from "../state/run-lease.ts";
import { type RunState, sideOf } from "../state/run-state.ts";
import type { ListProgress, Visit } from "./ask/visit.ts";

export type Claimed = { readonly host: Host; readonly people: readonly Person[] };

export const claim = (run: Run, most: number): Promise<readonly Claimed[]> =>
  run.inTurn(async () => {
    const hosts = await run.write("claim", (on) => claimServers(on, most));
    if (hosts.length === 0) return [];
    const people = await peopleOf(run.deps.store, run.id, hosts);
    return hosts.map((host) => ({ host, people: people.get(host) ?? [] }));
  });

/** Its people, read again where the lists or a name have brought something since. */
export function standing(
  run: Run,
  runState: RunState,
  lists: Pick<Lists, "changes">,
  { host, people: claimed }: Claimed,
): Pick<Visit, "people" | "arrived" | "nameless"> {
  let [seen, people]: [number | undefined, readonly Person[]] = [lists.changes(), claimed];
  return {
    people: async () => {
      if (lists.changes() === seen) return people;
      seen = lists.changes();
      people = (await peopleOf(run.deps.store, run.id, [host])).get(host) ?? [];
      return people;
    },
    arrived: async () => {
      const { facts } = runState;
      const key = facts.targets[0]?.key ?? "";
      const found = await arrivedFrom(run.deps.store, run.id, [host], key, ownAccts(facts));
      return { [key]: found.get(host) ?? 0 };
    },
    nameless: {
      around: () => namelessAround(run.deps.store, run.id, host),
      handles: () => handlesAround(run.deps.store, run.id, host),
      give: async (namings) => {
        if (namings.length === 0) return;
        for (const { address, acct } of namings) runState.uris.set(address, acct);
        await run.inTurn(() => run.write("names", (on) => giveNames(on, namings)));
        seen = undefined;
      },
    },
  };
}

export function readingOf(runState: RunState, lists: Pick<Lists, "ended">): ListProgress {
  if (!lists.ended()) return "going-on";
  const { old, new: target } = runState.places;
  const planned = runState.facts.mode === "planned" || sideOf(runState, "new")?.acct === undefined;
  return old.ended && (planned || target.ended) ? "ended" : "paused";
}
