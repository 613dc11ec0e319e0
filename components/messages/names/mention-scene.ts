import { type TextsOf, writerIn } from "#i18n/say.ts";
import type { MentionKind } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import type { PostLimits } from "#lib/messages/count.ts";
import type { Mover } from "#lib/messages/mover.ts";
import type { Offer } from "#lib/messages/offer.ts";
import { type Plan, planMentions } from "#lib/messages/plan.ts";
import { MENTIONS } from "#lib/messages/templates/mention.ts";

export type Offered = Offer & { readonly display?: string; readonly newAddress?: string };

/** All that a plan of mentions is made of, as plain JSON: the server draws it first, the browser goes on with it. */
export type MentionScene = {
  readonly mover: Mover;
  readonly limits: PostLimits;
  readonly now: string;
  readonly newAccountSince?: string | undefined;
  readonly people: readonly Offered[];
  /** How many were asked over all checks of this move. */
  readonly asked: number;
  /** The words of posts, in the language chosen for them. */
  readonly words: TextsOf<"mention">;
};

/** Left out `ticked`: the people who are ticked beforehand. */
export function planIn(scene: MentionScene, ticked?: ReadonlySet<Acct>, askedToday = false): Plan {
  const { mover, limits, now, newAccountSince, people, asked, words } = scene;
  return planMentions({
    ...{ mover, now, people, askedToday, askedBefore: asked, writing: { writer: writerIn(words), limits } },
    ...defined({ newAccountSince, ticked }),
  });
}

export type KindGroup = { readonly kind: MentionKind; readonly people: readonly Offered[] };

/** By what the post would say, in the order of the table of posts. */
export function byKind(scene: MentionScene): readonly KindGroup[] {
  return (Object.keys(MENTIONS) as MentionKind[])
    .map((kind) => ({ kind, people: scene.people.filter(({ mention }) => mention?.kind === kind) }))
    .filter(({ people }) => people.length > 0);
}
