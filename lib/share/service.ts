import type { NewShare, PublicShare, ShareCreated, ShareStatus } from "#lib/contract/share.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { defined } from "#lib/flow/defined.ts";
import { sharedReads } from "#lib/flow/shared-reads.ts";
import { readCheck } from "#lib/store/check/checks.ts";
import {
  changeShare,
  confirmShare,
  deleteShare,
  readShare,
  type ShareRow,
  saveShare,
  shareOfCheck,
  sharesAskedBefore,
} from "#lib/store/check/shares.ts";
import { type CardWords, cardWords } from "./card.ts";
import { askConfirmation, isBelievable } from "./confirmation.ts";
import type { ShareDeps } from "./deps.ts";
import { type LookAnswer, type LookPlace, look, lookPlace } from "./look.ts";
import { type LookedUp, lookUp } from "./look-up.ts";
import { makeData, mergeData } from "./make-data.ts";
import { publicView } from "./public-view.ts";
import { hashToken, looksLikeToken, makeToken, newNonce } from "./token.ts";

/** Why no page is made: nothing to show, not yet proven, or the two accounts do not name each other. */
export type WhyNoShare = "no-report" | "needs-proof" | "not-confirmed";
export type Shared = ({ readonly ok: true } & ShareCreated) | { readonly ok: false; readonly why: WhyNoShare };

/** Pages for followers. Callers with a check's id have shown that the check is theirs. */
export type Shares = {
  /** Made again, a page keeps its address and gets new days: the link is out there. Null: no such check. */
  create(checkId: string, wanted: NewShare): Promise<Shared | null>;
  status(checkId: string): Promise<ShareStatus | null>;
  remove(checkId: string): Promise<boolean>;
  /** The check has new numbers. */
  refresh(checkId: string): Promise<void>;
  /** Null: unknown, deleted or no longer confirmed, which all look alike. */
  publicView(token: string): Promise<PublicShare | null>;
  lookup(token: string, address: string): Promise<LookedUp | null>;
  /** Where somebody signs in who wants his own server asked. Null: nowhere. */
  lookPlace(token: string, address: string): Promise<LookPlace | null>;
  /** What that server tells him. Null where the page is gone, or it is another server that he signed in to. */
  look(token: string, server: Host, pass: Pass): Promise<LookAnswer | null>;
  card(token: string): Promise<CardWords | null>;
  /** Asks pairs of accounts again that nobody asked for a day; the number of pairs. */
  reconfirm(): Promise<number>;
};

const DAY_MS = 86_400_000;
const MOST_AT_ONCE = 20;

export function makeShares(deps: ShareDeps): Shares {
  const { store, secret, publicUrl, now } = deps;
  // A posted link is fetched by hundreds of servers within seconds, each for its preview.
  const seen = sharedReads((hash) => readShare(store, hash));
  const addressOf = (checkId: string, row: ShareRow) => `${publicUrl}/r/${makeToken(secret, checkId, row.data.nonce)}`;
  const live = async (token: string) => {
    const row = looksLikeToken(token) ? await seen.get(hashToken(token)) : undefined;
    const view = row && publicView(row, now(), deps.avatarPath);
    return row && view ? { row, view } : null;
  };

  return {
    async create(checkId, wanted) {
      const made = await makeRow(deps, checkId, wanted);
      if (made === null) return null;
      if ("why" in made) return { ok: false, why: made.why };
      await saveShare(store, made.row);
      seen.drop(made.row.tokenHash);
      return { ok: true, token: made.token, url: `${publicUrl}/r/${made.token}` };
    },
    async status(checkId) {
      const row = await shareOfCheck(store, checkId);
      if (!row) return null;
      const { numbersUntil, showsMissing } = row;
      return { url: addressOf(checkId, row), until: numbersUntil.toISOString(), showsMissing };
    },
    async remove(checkId) {
      const row = await shareOfCheck(store, checkId);
      if (!row) return false;
      await deleteShare(store, row.tokenHash);
      seen.drop(row.tokenHash);
      return true;
    },
    async refresh(checkId) {
      const [row, check] = await Promise.all([shareOfCheck(store, checkId), readCheck(store, checkId)]);
      const data = row && check ? makeData(check, row.data.nonce, now().toISOString()) : null;
      if (!row || !data) return;
      const { counts, ...merged } = mergeData(row.data, data);
      // Numbers whose days are over were taken away, and stay so.
      const shown = now() < row.numbersUntil;
      await changeShare(store, row.tokenHash, shown ? { ...merged, ...defined({ counts }) } : merged);
      seen.drop(row.tokenHash);
    },
    publicView: async (token) => (await live(token))?.view ?? null,
    async lookup(token, address) {
      const found = await live(token);
      const looks = deps.looks === true && found?.row.checkId !== null;
      return found && lookUp(deps, address, found.row.data, { back: `${publicUrl}/r/${token}`, looks });
    },
    async lookPlace(token, address) {
      const found = deps.looks ? await live(token) : null;
      return found && lookPlace(deps, found.row, address);
    },
    async look(token, server, pass) {
      const found = await live(token);
      return found && look(deps, found.row, server, pass);
    },
    async card(token) {
      const found = await live(token);
      return found && cardWords(found.row.data.new.acct);
    },
    async reconfirm() {
      const since = new Date(now().getTime() - DAY_MS).toISOString();
      const rows = await sharesAskedBefore(store, since, MOST_AT_ONCE);
      for (const row of rows) {
        await confirmShare(store, row, await askConfirmation(deps.gate, row.data, now().toISOString()));
        seen.drop(row.tokenHash);
      }
      return rows.length;
    },
  };
}

type Made = { readonly row: ShareRow; readonly token: string } | { readonly why: WhyNoShare };

async function makeRow({ store, secret, now }: ShareDeps, checkId: string, wanted: NewShare): Promise<Made | null> {
  const check = await readCheck(store, checkId);
  if (!check?.facts) return null;
  const before = await shareOfCheck(store, checkId);
  const at = now();
  const made = makeData(check, before?.data.nonce ?? newNonce(), at.toISOString());
  const data = made && before ? mergeData(before.data, made) : made;
  if (!data || !check.counts) return { why: "no-report" };
  if (check.proof.state === "missing") return { why: "needs-proof" };
  if (!isBelievable(data.confirmation)) return { why: "not-confirmed" };
  const token = makeToken(secret, checkId, data.nonce);
  const row: ShareRow = {
    tokenHash: hashToken(token),
    checkId,
    accts: [data.old.acct, data.new.acct],
    data,
    createdAt: before?.createdAt ?? at,
    numbersUntil: new Date(at.getTime() + wanted.days * DAY_MS),
    showsMissing: wanted.showsMissing ?? before?.showsMissing ?? false,
  };
  return { row, token };
}
