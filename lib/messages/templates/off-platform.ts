import { serverOf } from "#lib/domain/names/acct.ts";
import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** By mail, messenger or newsletter, to people the mover knows anyway. */
export const offPlatform: Template<Mover> = {
  en: [
    (mover) =>
      paragraphs(
        `Hi! You used to follow me in the fediverse as ${mover.old}. I moved, and your follow did not come along.`,
        `My new address is @${mover.new}. Paste it into the search of your app and press Follow, or open ${mover.link ?? mover.newUrl}`,
        "Only if you want to.",
      ),
    (mover) => `I moved in the fediverse. You knew me as ${mover.old}; my new profile: ${mover.newUrl}`,
  ],
};

/** To somebody the mover knows, on a server that does not exchange messages with the new one: no promise of a button. */
export const offPlatformBlocked: Template<Mover> = {
  en: [
    (mover) =>
      paragraphs(
        `Hi! You used to follow me in the fediverse as ${mover.old}. I moved to @${mover.new}.`,
        `Your server and ${serverOf(mover.new)} do not exchange messages, so following from there does not work. That is for the people who run them to decide.`,
        mover.feed
          ? `You can read along without an account: ${mover.newUrl}, or as a feed: ${mover.feed}`
          : `You can read along without an account: ${mover.newUrl}`,
      ),
    (mover) => `I moved. Your server does not talk to my new one, but you can read along here: ${mover.newUrl}`,
  ],
};
