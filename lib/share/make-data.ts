import type { Counts } from "#lib/domain/diagnosis/verdict.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { ShareAccount, ShareCounts, ShareData } from "#lib/store/tables/types.ts";
import { confirmationIn, mergeConfirmation, uriOf } from "./confirmation.ts";

/** What a page is made of. */
export type Source = Pick<CheckRow, "facts" | "counts" | "proof">;

/** What a check knows that its page may keep. Null where there is no one new account to point to. */
export function makeData({ facts, counts, proof }: Source, nonce: string, now: string): ShareData | null {
  if (!facts) return null;
  const [target, ...others] = facts.targets;
  const old = accountOf(facts.old);
  const neu = target && facts.mode === "moved" && others.length === 0 ? accountOf(target) : null;
  if (!target || !old || !neu) return null;
  return {
    nonce,
    old,
    new: neu,
    ...(counts ? { counts: countsOf(counts) } : {}),
    confirmation: {
      ...confirmationIn(facts.old, target, facts.old.actor.source?.at ?? now),
      ...(proof.old ? { oldProven: true } : {}),
    },
  };
}

/** A later check may see less: a server that is silent for an hour takes nothing back. */
export function mergeData(before: ShareData, later: ShareData): ShareData {
  if (before.old.acct !== later.old.acct || before.new.acct !== later.new.acct) return later;
  return {
    nonce: before.nonce,
    old: { ...before.old, ...later.old },
    new: { ...before.new, ...later.new },
    ...defined({ counts: fuller(before.counts, later.counts) }),
    confirmation: mergeConfirmation(before.confirmation, later.confirmation),
  };
}

/** Numbers without a new list are not shown: those from before stand until there are others. */
const fuller = (before: ShareData["counts"], later: ShareData["counts"]): ShareData["counts"] =>
  later && (later.newList !== null || (before?.newList ?? null) === null) ? later : before;

function accountOf(side: Side): ShareAccount | null {
  const account = side.account.known ? side.account.value : undefined;
  const acct = account?.acct ?? side.acct;
  if (!acct) return null;
  const locked = account?.locked ?? (side.actor.known ? side.actor.value.locked : undefined);
  const { url, display, avatar, mailsPosts } = account ?? {};
  const software = side.software.known ? side.software.value.name : undefined;
  const fields = { uri: uriOf(side), url, display, avatar, locked, software, mailsPosts };
  return { acct, host: side.host, webHost: side.webHost, ...defined(fields) };
}

const countsOf = ({ before, here, missing, missingIs, newList }: Counts): ShareCounts => ({
  before: Math.max(before ?? 0, here + missing),
  newList,
  missing,
  missingIs,
});
