import type { Counts } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Source } from "#lib/share/make-data.ts";
import { createCheck, patchCheck, readCheck } from "#lib/store/check/checks.ts";
import { asOwner } from "#lib/store/check/write.ts";
import type { Store } from "#lib/store/open/store.ts";

/** For tests: a check whose two accounts name each other. */
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

export const shareSource = (more: Partial<Source> = {}): Source => ({
  facts: facts(),
  counts: counts(),
  proof: { state: "proven" },
  ...more,
});

/** A check as it stands once it has been made; `source` may be saved again later. */
export async function saveSource(store: Store, id: string, source: Source): Promise<void> {
  const [createdAt, expiresAt] = [new Date(AT), new Date("2027-12-20T12:00:00.000Z")];
  const there = await readCheck(store, id);
  if (!there)
    await createCheck(store, {
      ...{ id, keyHash: "hash", mode: "moved", old: "maria@oldtown.example", targets: [], createdAt, expiresAt },
      proof: source.proof,
    });
  await asOwner(store, id, createdAt, (on) => patchCheck(on, source));
}
