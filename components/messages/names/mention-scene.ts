import type { ReportFollower } from "#lib/contract/report.ts";
import type { Reach } from "#lib/domain/diagnosis/verdict.ts";
import type { Acct, Host } from "#lib/domain/evidence/evidence.ts";
import { type Addressee, contactWith, type ReachOf } from "#lib/messages/contact.ts";
import type { PostLimits } from "#lib/messages/count.ts";
import type { Mover } from "#lib/messages/mover.ts";
import { type Plan, planMentions } from "#lib/messages/plan.ts";
import { MENTIONS, type MentionKind } from "#lib/messages/templates/mention.ts";

export type Offered = Addressee & { readonly display?: string | undefined };

/** All that a plan of mentions is made of, as plain JSON: the server draws it first, the browser goes on with it. */
export type MentionScene = {
  readonly mover: Mover;
  readonly limits: PostLimits;
  readonly now: string;
  readonly newAccountSince?: string | undefined;
  readonly people: readonly Offered[];
  /** Of servers to which somebody moved on. */
  readonly reaches: Readonly<Record<Host, Reach>>;
  /** How many were asked over all checks of this move. */
  readonly asked: number;
};

export const reachIn =
  ({ reaches }: Pick<MentionScene, "reaches">): ReachOf =>
  (host) =>
    reaches[host] ?? "unknown";

/** Left out `ticked`: the people who are ticked beforehand. */
export function planIn(scene: MentionScene, ticked?: ReadonlySet<Acct>, askedToday = false): Plan {
  const { mover, limits, now, newAccountSince, people, asked } = scene;
  return planMentions({
    ...{ mover, now, people, askedToday, askedBefore: asked, reachOf: reachIn(scene), writing: { limits } },
    ...(newAccountSince ? { newAccountSince } : {}),
    ...(ticked ? { ticked } : {}),
  });
}

export type KindGroup = { readonly kind: MentionKind; readonly people: readonly Offered[] };

/** By what the post would say, in the order of the table of posts. */
export function byKind(scene: MentionScene): readonly KindGroup[] {
  const kindOf = (person: Offered) => contactWith(person, reachIn(scene)).mention?.kind;
  return (Object.keys(MENTIONS) as MentionKind[])
    .map((kind) => ({ kind, people: scene.people.filter((person) => kindOf(person) === kind) }))
    .filter(({ people }) => people.length > 0);
}

/** A report's row as far as a plan needs it: the page carries no more of anybody. */
export function asOffered(person: ReportFollower, onePerson: boolean): Offered {
  const { acct, display, cause, certainty, reach, youFollow, mark, newAddress, provisional, profile } = person;
  return {
    ...{ acct, cause, certainty, reach, youFollow, onePerson },
    ...(display ? { display } : {}),
    ...(mark ? { mark } : {}),
    ...(newAddress ? { newAddress } : {}),
    ...(provisional ? { provisional } : {}),
    ...(profile ? { profile } : {}),
  };
}
