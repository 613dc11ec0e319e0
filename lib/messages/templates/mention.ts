import type { Acct } from "#lib/domain/evidence.ts";
import type { MessageLanguage } from "../language.ts";
import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** One kind a cause that a follower can mend alone. Each says what happened between servers, never who decided it. */
export const MENTION_KINDS = [
  "blocks-old",
  "cut-by-old",
  "lost",
  "not-done",
  "ignores",
  "no-moved-to",
  "moved",
] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

export type Mention = Mover & { readonly to: readonly Acct[] };

/** Stands above the post, so that whoever reads along can pass it by. */
export const CONTENT_WARNING: Readonly<Record<MessageLanguage, string>> = { en: "Account move, no answer needed" };

const EN_REASONS: Readonly<Record<MentionKind, string>> = {
  "blocks-old": "Your server and my old one do not exchange messages, so the news that I moved could not reach you.",
  "cut-by-old": "My old server had stopped exchanging messages with yours, so you no longer heard from me.",
  lost: "It looks as if the news that I moved never reached your server.",
  "not-done": "Your server has heard that I moved, but your follow did not come along.",
  ignores: "The software of your server does not carry a follow over when somebody moves.",
  "no-moved-to": "My old server could not tell yours where I went, so your follow stayed behind.",
  moved: "You have moved since, and so have I, and our servers did not put us together again.",
};

const EN_WAY_OUT = "No answer needed, and I will not ask again.";

const inEnglish = (reason: string): Template<Mention>["en"] => [
  (mention) =>
    paragraphs(
      `${names(mention)}\nYou followed me as ${mention.old}. ${reason}`,
      "This is my new account, and your server does talk to this one. If you want to keep following, tap my name and press Follow.",
      EN_WAY_OUT,
    ),
  (mention) =>
    paragraphs(
      `${names(mention)}\nYou followed me as ${mention.old}. I moved: tap my name to follow me here.`,
      EN_WAY_OUT,
    ),
  (mention) => `${names(mention)}\nI was ${mention.old} and moved here. No answer needed.`,
];

const names = ({ to }: Mention) => to.map((acct) => `@${acct}`).join(" ");

export const MENTIONS = Object.fromEntries(
  MENTION_KINDS.map((kind) => [kind, { en: inEnglish(EN_REASONS[kind]) }]),
) as unknown as Readonly<Record<MentionKind, Template<Mention>>>;
