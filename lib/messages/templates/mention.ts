import type { MentionKind } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Acct } from "#lib/domain/evidence/evidence.ts";
import type { MessageLanguage } from "../language.ts";
import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

export type Mention = Mover & { readonly to: readonly Acct[] };

/** Stands above the post, so that other readers can pass it by. */
export const CONTENT_WARNING: Readonly<Record<MessageLanguage, string>> = { en: "Account move, no answer needed" };

const names = ({ to }: Mention) => to.map((acct) => `@${acct}`).join(" ");

const WORDINGS: Readonly<Record<MessageLanguage, (reason: string) => Template<Mention>[MessageLanguage]>> = {
  en: (reason) => [
    (mention) =>
      paragraphs(
        `${names(mention)}\nYou followed me as ${mention.old}. ${reason}`,
        "This is my new account, and as far as I can see your server talks to this one. If you want to keep following, tap my name and press Follow.",
        "No answer needed, and I will not ask again.",
      ),
    (mention) =>
      paragraphs(
        `${names(mention)}\nYou followed me as ${mention.old}. I moved: tap my name to follow me here.`,
        "No answer needed, and I will not ask again.",
      ),
    (mention) => `${names(mention)}\nI was ${mention.old} and moved here. No answer needed.`,
  ],
};

const because = (reason: Readonly<Record<MessageLanguage, string>>): Template<Mention> => ({
  en: WORDINGS.en(reason.en),
});

/** One for each cause that a follower can mend alone. It says what happened between servers, never who decided it. */
export const MENTIONS: Readonly<Record<MentionKind, Template<Mention>>> = {
  "blocks-old": because({
    en: "Your server and my old one do not exchange messages, so the news that I moved could not reach you.",
  }),
  "cut-by-old": because({
    en: "My old server had stopped exchanging messages with yours, so you no longer heard from me.",
  }),
  lost: because({ en: "It looks as if the news that I moved never reached your server." }),
  "not-done": because({ en: "It looks as if your follow did not come along when I moved." }),
  ignores: because({ en: "The software of your server does not carry a follow over when somebody moves." }),
  "not-told": because({ en: "My old server could not tell yours where I went, so your follow stayed behind." }),
  moved: because({ en: "You have moved since, and so have I, and our servers did not put us together again." }),
};
