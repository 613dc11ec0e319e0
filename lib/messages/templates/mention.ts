import type { MentionKind } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

export type Mention = Mover & { readonly to: readonly Acct[] };

const names = ({ to }: Mention) => to.map((acct) => `@${acct}`).join(" ");

/** It says what happened between servers, never who decided it. */
const mention = (kind: MentionKind): Template<Mention> => [
  (to, { say }) =>
    paragraphs(
      `${names(to)}\n${say("mention.followed", { old: to.old, reason: say(`mention.reason.${kind}`) })}`,
      say("mention.new"),
      say("mention.no"),
    ),
  (to, { say }) => paragraphs(`${names(to)}\n${say("mention.short", { old: to.old })}`, say("mention.no")),
  (to, { say }) => `${names(to)}\n${say("mention.shortest", { old: to.old })}`,
];

/** One for each cause that a follower can mend alone. */
export const MENTIONS: Readonly<Record<MentionKind, Template<Mention>>> = {
  "blocks-old": mention("blocks-old"),
  "cut-by-old": mention("cut-by-old"),
  lost: mention("lost"),
  "not-done": mention("not-done"),
  ignores: mention("ignores"),
  "not-told": mention("not-told"),
  moved: mention("moved"),
};
