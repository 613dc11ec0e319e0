import { familyOfFact } from "#lib/software/family.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import { ageInDays, isYoung } from "./clocks.ts";
import type { Context } from "./context.ts";
import { isFine } from "./f-on-target.ts";
import type { Reading } from "./reading.ts";
import { gapsOf, unread } from "./weigh.ts";

/** Moderators of F acted against OLD's account and nobody else; only Mastodon shows that to strangers. */
export function foldOldSuspendedAlone({ aboutOld, check, family }: Context): Reading<boolean> {
  const { sight } = aboutOld;
  if (family !== "mastodon" || !sight?.known) return unread(gapsOf(sight));
  const because = [{ fact: "onOld.sight" }];
  if (!sight.value.suspended) return { known: true, value: false, certainty: "proven", because };
  if (!check.old.account.known) return unread(gapsOf(check.old.account));
  return { known: true, value: isFine(check.old), certainty: "proven", because };
}

/** Softwares that act on `movedTo` read the actor document: what the API shows beside it does not help them. */
export function foldOldPublishesMovedTo({ old }: CheckFacts): Reading<boolean> {
  if (old.actor.known) {
    const { movedTo } = old.actor.value;
    const own = { value: { movedTo: movedTo ?? null }, source: old.actor.source };
    return { known: true, value: movedTo !== undefined, certainty: "proven", because: [{ fact: "old.actor", own }] };
  }
  if (!old.account.known || old.account.value.movedTo === undefined) return unread(gapsOf(old.actor));
  const own = { value: { movedTo: old.account.value.movedTo }, source: old.account.source };
  return { known: true, value: true, certainty: "likely", because: [{ fact: "old.account", own }] };
}

/** Younger than the delivery window. A moved Mastodon account cannot post: its last post is older than the move. */
export function foldYoung({ movedAt, now, old }: CheckFacts): Reading<boolean> {
  if (movedAt.known && Number.isFinite(ageInDays(movedAt.value, now))) {
    const own = { value: movedAt.value, source: movedAt.source };
    const value = isYoung(ageInDays(movedAt.value, now));
    return { known: true, value, certainty: "likely", because: [{ fact: "movedAt", own }] };
  }
  const { account } = old;
  const lastPostAt = account.known && familyOfFact(old.software) === "mastodon" ? account.value.lastPostAt : undefined;
  if (!account.known || lastPostAt === undefined || !isYoung(ageInDays(lastPostAt, now))) {
    return unread(gapsOf(movedAt));
  }
  const own = { value: { lastPostAt }, source: account.source };
  return { known: true, value: true, certainty: "likely", because: [{ fact: "old.account", own }] };
}
