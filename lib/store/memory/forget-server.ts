import type { Host } from "#lib/domain/names/spellings.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import type { OpenLedger } from "../ledger/ledger.ts";
import type { Store } from "../open/store.ts";
import { forgetBelow } from "./memory-rows.ts";

export type Held = { readonly store: Store; readonly memories: readonly Memory[]; readonly ledger: OpenLedger };

/** All that was learnt of a server and of those below it, what visitors of share pages asked and its budget included. */
export async function forgetServer({ store, memories, ledger }: Held, host: Host): Promise<void> {
  for (const memory of memories) await memory.forget(host);
  await forgetBelow(store.db, host);
  await ledger.forget(host);
}
