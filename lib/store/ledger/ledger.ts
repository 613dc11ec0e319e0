import { aliveAgain, failedAt, heardFrom, takeFrom } from "#lib/domain/ports/budget.ts";
import type { Ledger } from "#lib/domain/ports/ports.ts";
import type { Store } from "../open/store.ts";
import { dropTallies } from "./tally-rows.ts";
import { stepAlone, stepTogether } from "./tally-steps.ts";

export type OpenLedger = Ledger & {
  /** Everything counted so far stands in the store. */
  settle(): Promise<void>;
  /** Drops the budgets of a host and of all below it. */
  forget(host: string): Promise<void>;
};

/** Budgets as rows. Between processes each step is one of a transaction; alone, the rows follow what memory decides. */
export async function openLedger(store: Store, now: () => Date): Promise<OpenLedger> {
  const { apply, settle, forget } = store.alone ? await stepAlone(store, now) : stepTogether(store);
  return {
    settle,
    async forget(host) {
      forget(host);
      await dropTallies(store.db, host);
    },
    async take(host, want, at) {
      const grant = await apply(host, (tally) => takeFrom(tally, want, at));
      if (!grant) throw new Error("Taking always answers.");
      return grant;
    },
    async heard(host, pressure, at) {
      await apply(host, (tally) => ({ tally: heardFrom(tally, pressure, at) }));
    },
    async failed(host, _why, at) {
      await apply(host, (tally) => ({ tally: failedAt(tally, at) }));
    },
    async alive(host) {
      await apply(host, (tally) => ({ tally: aliveAgain(tally) }));
    },
  };
}
