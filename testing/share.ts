import type { Counts } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, Side } from "#lib/domain/evidence/evidence.ts";
import type { ShareRow, ShareSource, ShareStore } from "#lib/share/port.ts";

/** For tests: a check whose two accounts name each other, and a store that counts its reads. */
export const AT = "2026-11-20T12:00:00.000Z";
const source = { kind: "network", at: AT } as const;
const known = <T>(value: T) => ({ known: true, value, source }) as const;

export const OLD_URI = "https://oldtown.example/users/maria";
export const NEW_URI = "https://newharbour.example/users/maria";

function side(host: string, actor: object, account: object): Side {
  const acct = `maria@${host}`;
  const uri = `https://${host}/users/maria`;
  return {
    key: host,
    host,
    webHost: host,
    acct,
    software: known({ name: "mastodon", version: "4.6.5" }),
    account: known({ acct, uri, url: `https://${host}/@maria`, display: "Maria", ...account }),
    actor: known({ uri, ...actor }),
    list: { known: false, gap: "not-asked" },
  };
}

type Changes = { readonly oldActor?: object; readonly newActor?: object; readonly newAccount?: object };
export const facts = ({ oldActor, newActor, newAccount }: Changes = {}): CheckFacts => ({
  mode: "moved",
  now: AT,
  old: side("oldtown.example", { movedTo: NEW_URI, ...oldActor }, {}),
  targets: [side("newharbour.example", { alsoKnownAs: [OLD_URI], ...newActor }, { locked: false, ...newAccount })],
  before: { is: "unknown" },
  movedAt: { known: false, gap: "not-asked" },
});

export const counts = (more: Partial<Counts> = {}): Counts => ({
  before: 1240,
  beforeIs: "stated",
  here: 803,
  missing: 437,
  missingIs: "at-least",
  newList: 1010,
  newcomers: null,
  neither: null,
  byGroup: {},
  byCause: {},
  byReach: {},
  ...more,
});

export const shareSource = (more: Partial<ShareSource> = {}): ShareSource => ({
  facts: facts(),
  counts: counts(),
  proof: "proven",
  ...more,
});

/** `sources` may be changed while it is in use. */
export function memoryStore(sources: Map<string, ShareSource>): ShareStore & { readonly reads: string[] } {
  const rows = new Map<string, ShareRow>();
  const reads: string[] = [];
  return {
    reads,
    source: async (id) => sources.get(id) ?? null,
    async ofToken(hash) {
      reads.push(hash);
      return rows.get(hash) ?? null;
    },
    ofCheck: async (id) => [...rows.values()].find(({ checkId }) => checkId === id) ?? null,
    save: async (row) => void rows.set(row.tokenHash, structuredClone(row)),
    async refresh(hash, data) {
      const row = rows.get(hash);
      if (row) rows.set(hash, { ...row, data: { ...row.data, ...structuredClone(data) } });
    },
    async confirm({ tokenHash, data }, confirmation) {
      const row = rows.get(tokenHash);
      if (row?.data.confirmation.at !== data.confirmation.at) return;
      rows.set(tokenHash, { ...row, data: { ...row.data, confirmation } });
    },
    remove: async (hash) => void rows.delete(hash),
    unconfirmedSince: async (instant, limit) =>
      [...rows.values()].filter(({ data }) => data.confirmation.at < instant).slice(0, limit),
  };
}
