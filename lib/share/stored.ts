import { readCheck } from "#lib/store/check/checks.ts";
import {
  changeShare,
  deleteShare,
  readShare,
  type ShareRow as StoredRow,
  saveShare,
  sharesAskedBefore,
  sharesOf,
} from "#lib/store/check/shares.ts";
import type { Store } from "#lib/store/open/store.ts";
import type { ShareData, ShareRow, ShareSource, ShareStore } from "./port.ts";

/** Shares as rows of the store. */
export function storedShares(store: Store): ShareStore {
  return {
    async source(checkId) {
      const check = await readCheck(store, checkId);
      if (!check?.facts) return null;
      const { state, old = false } = check.proof;
      return { ...check, facts: check.facts, proof: state, oldProven: old } satisfies ShareSource;
    },
    async ofToken(tokenHash) {
      const row = await readShare(store, tokenHash);
      return row ? toRow(row) : null;
    },
    async ofCheck(checkId) {
      const row = (await sharesOf(store, checkId)).at(-1);
      return row ? toRow(row) : null;
    },
    save: ({ createdAt, numbersUntil, accts, ...row }) =>
      saveShare(store, {
        ...row,
        accts: [...accts],
        createdAt: new Date(createdAt),
        numbersUntil: new Date(numbersUntil),
      }),
    refresh: (tokenHash, data) => changeShare(store, tokenHash, data),
    confirm: ({ tokenHash, data }, confirmation) =>
      changeShare(store, tokenHash, { confirmation }, data.confirmation.at),
    remove: async (tokenHash) => void (await deleteShare(store, tokenHash)),
    unconfirmedSince: async (instant, limit) => (await sharesAskedBefore(store, instant, limit)).map(toRow),
  };
}

function toRow({ data, createdAt, numbersUntil, ...row }: StoredRow): ShareRow {
  // Sound: only `save` above writes it. Numbers past their day are swept away with their field.
  const { counts = null, ...kept } = data as Omit<ShareData, "counts"> & Partial<Pick<ShareData, "counts">>;
  return {
    ...row,
    data: { ...kept, counts },
    createdAt: createdAt.toISOString(),
    numbersUntil: numbersUntil.toISOString(),
  };
}
