import type { CheckRow } from "#lib/store/check/checks.ts";
import { readWaiting } from "#lib/store/check/people/let-in.ts";
import { namesPeople } from "../accounts/proof.ts";
import type { CheckDeps } from "../state/deps.ts";

/** `next`: from where the rest of the names goes on. */
export type Waiting<Offer> = {
  readonly people: readonly { readonly acct: string; readonly display?: string }[];
  readonly total: number;
  readonly next: string | null;
  /** Everybody who waits, those included who are not known from before; null where that was not seen. */
  readonly all: number | null;
  readonly offer: Offer | null;
  /** Why only the owner can let them in. */
  readonly byHand: string | null;
};

/** What signing in to let them in would mean; `why`: nobody is sent there. Null: it is switched off. */
export type LetInWay<Offer> = Offer | "by-hand-alone" | null;

const MOST_NAMES = 500;
const NOBODY = { people: [], total: 0, next: null, all: null, offer: null, byHand: null } as const;

/** Who asked to follow and is known from before, by name. Nobody is named whose owner has not proven the move. */
export async function readWhoWaits<Offer extends { readonly why?: string }>(
  { store }: Pick<CheckDeps, "store">,
  row: CheckRow,
  way: LetInWay<Offer>,
  after: string,
): Promise<Waiting<Offer>> {
  const target = row.facts?.targets[0];
  if (!target || !namesPeople(row)) return NOBODY;
  const { people, total } = await readWaiting(store, row.id, target.key, { after, limit: MOST_NAMES });
  const next = people.length < MOST_NAMES ? null : (people.at(-1)?.acct ?? null);
  const all = target.requests?.known ? target.requests.value.waiting : null;
  return { people, total, next, all, ...waysIn(way) };
}

export function waysIn<Offer extends { readonly why?: string }>(
  way: LetInWay<Offer>,
): Pick<Waiting<Offer>, "offer" | "byHand"> {
  if (way === null || way === "by-hand-alone") return { offer: null, byHand: way ?? "off" };
  return { offer: way.why ? null : way, byHand: way.why ?? null };
}
