import { FRESH, type Tally } from "#lib/domain/ports/budget.ts";
import type { Grant } from "#lib/domain/ports/ports.ts";
import { inBatches } from "#lib/flow/batch.ts";
import type { Store } from "../open/store.ts";
import { idleAt, lockTallies, readTallies, saveTallies } from "./tally-rows.ts";

/** One step of a host's tally, with the answer it gives. */
export type TallyStep = (tally: Tally) => { readonly tally: Tally; readonly grant?: Grant };
export type Stepping = {
  apply(host: string, step: TallyStep): Promise<Grant | undefined>;
  settle(): Promise<void>;
  /** What is held in this process. */
  forget(host: string): void;
};

/** Several processes: rows are locked, stepped and saved in one transaction for all who ask at the moment. */
export function stepTogether(store: Store): Stepping {
  const ask = inBatches<{ host: string; step: TallyStep }, Grant | undefined>((asks) =>
    store.db.transaction(async (tx) => {
      const held = await lockTallies(tx, [...new Set(asks.map(({ host }) => host))]);
      const changed = new Map<string, Tally>();
      const grants = asks.map(({ host, step }) => take(held, changed, host, step));
      await saveTallies(tx, changed);
      return grants;
    }),
  );
  return { apply: (host, step) => ask({ host, step }), settle: async () => {}, forget: () => {} };
}

function take(held: Map<string, Tally>, changed: Map<string, Tally>, host: string, step: TallyStep): Grant | undefined {
  const before = held.get(host) ?? FRESH;
  const { tally, grant } = step(before);
  if (tally === before) return grant;
  held.set(host, tally);
  changed.set(host, tally);
  return grant;
}

/** How long a kill may forget what was asked: the reserve of a fifth has room for that. */
const BEHIND_MS = 200;
/** Above this, hosts that nobody has asked for long are dropped from memory. */
const MANY = 10_000;

/** One process decides in memory and writes behind: a transaction for every request would cost more than the request. */
export async function stepAlone(store: Store, now: () => Date): Promise<Stepping> {
  const held = await readTallies(store.db, now());
  const changed = new Map<string, Tally>();
  let timer: NodeJS.Timeout | undefined;
  const save = inBatches<null, null>(async (asks) => {
    clearTimeout(timer);
    timer = undefined;
    await saveAll(store, changed);
    if (held.size > MANY) dropIdle(held, now().getTime());
    return asks.map(() => null);
  });
  const later = () => {
    // A write that fails stays in `changed` and goes along with the next; the caller that settles hears of it.
    timer ??= setTimeout(() => save(null).catch(() => {}), BEHIND_MS).unref();
  };
  return {
    async apply(host, step) {
      const grant = take(held, changed, host, step);
      if (changed.size > 0) later();
      return grant;
    },
    settle: async () => void (await save(null)),
    forget(host) {
      const isTheirs = (name: string): boolean => {
        // After a space it says what is counted apart.
        const [other = ""] = name.split(" ");
        return other === host || other.endsWith(`.${host}`);
      };
      for (const tallies of [held, changed])
        for (const each of tallies.keys()) if (isTheirs(each)) tallies.delete(each);
    },
  };
}

async function saveAll(store: Store, changed: Map<string, Tally>): Promise<void> {
  const taken = new Map(changed);
  await saveTallies(store.db, taken);
  for (const [host, tally] of taken) if (changed.get(host) === tally) changed.delete(host);
}

function dropIdle(held: Map<string, Tally>, now: number): void {
  for (const [host, tally] of held) if (idleAt(tally) <= now) held.delete(host);
}
