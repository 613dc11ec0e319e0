import type { Fact } from "../evidence/fact.ts";
import { type Context, onTarget } from "./context.ts";
import type { Read, Reading, Witness } from "./reading.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

/**
 * Does the target make a follow from F wait: everybody's, its account being locked, or F's, being limited. Its own
 * people are let in at once, but on a GoToSocial only while the account is not locked.
 */
export function foldHeld(context: Context): Reading<boolean> {
  if (context.isTarget) return context.targetTraits?.lockHoldsOwn ? foldLocked(context) : NOT_HELD;
  const [locked, limited] = [foldLocked(context), foldLimited(context)];
  if (locked.known && locked.value) return locked;
  if (limited.known && limited.value) return limited;
  if (!locked.known) return locked;
  if (!limited.known) return limited;
  return { known: true, value: false, certainty: limited.certainty, because: [...locked.because, ...limited.because] };
}

const NOT_HELD: Reading<boolean> = { known: true, value: false, certainty: "likely", because: [] };

const read = (value: boolean, certainty: Read<boolean>["certainty"], ...because: Witness[]): Read<boolean> => ({
  ...{ known: true, value, certainty, because },
});

/** What is locked is locked for all who follow by hand, its own people among them. */
export function foldLocked({ target }: Context): Reading<boolean> {
  const { account, actor } = target;
  const said = [lockOf("target.account", account), lockOf("target.actor", actor)].filter((one) => one !== undefined);
  return said.find((one) => one.value) ?? said[0] ?? unread(gapsOf(account, actor));
}

function lockOf(fact: string, side: Fact<{ readonly locked?: boolean }>): Read<boolean> | undefined {
  if (!side.known || side.value.locked === undefined) return undefined;
  return read(side.value.locked, "proven", {
    fact,
    own: { value: { locked: side.value.locked }, source: side.source },
  });
}

export function foldLimited(context: Context): Reading<boolean> {
  const { byTarget, targetFamily, targetTraits } = context;
  const { list, sight, peer } = byTarget;
  if (list?.known && list.value.limited) return limitedByList(context, list.value.match);
  // A whole list without F says of an account shown as limited that it is limited alone.
  const whole = list?.known && list.complete !== false && list.value.inbound !== "unknown";
  if (whole) return read(false, "proven", onTarget(context, "byTarget.list"));
  const resolved = limitedByResolve(context);
  if (resolved) return resolved;
  // Among the peers it has no row of its own: a row for a parent limits it, or that account is limited alone.
  const isPeer = targetFamily === "mastodon" && peer?.known === true && peer.value;
  if (sight?.known && sight.value.limited)
    return read(true, isPeer ? "possible" : "likely", onTarget(context, "byTarget.sight"));
  if (targetTraits !== null && !targetTraits.limitHolds) return read(false, "proven");
  if (sight?.known && sight.value.seen === "known") return read(false, "likely", onTarget(context, "byTarget.sight"));
  if (isPeer) return read(false, "likely", onTarget(context, "byTarget.peer"));
  return unread(gapsOf(list, sight, peer));
}

/** Who is looked up for one of its people is shown with the limit that his server has there. */
function limitedByResolve(context: Context): Read<boolean> | undefined {
  const { resolve } = context.byTarget;
  if (!resolve?.known || !resolve.value.found) return undefined;
  return read(resolve.value.limited === true, "likely", onTarget(context, "byTarget.resolve"));
}

function limitedByList(context: Context, match: string | undefined): Read<boolean> {
  const certainty = match === "pattern" ? "possible" : match === "parent" ? "likely" : "proven";
  return read(true, certainty, onTarget(context, "byTarget.list"));
}
