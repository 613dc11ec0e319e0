import type { CauseId } from "#lib/causes/index.ts";
import type { MentionKind } from "./templates/mention.ts";

/** Why nobody is offered to be written to. Pages say it in words of `messages.whyNot`. */
export const WHY_NOT = [
  "here",
  "asked",
  "skipped",
  "nobody-reads",
  "own-decision",
  "their-server-blocks",
  "our-server-blocks",
  "given-up",
  "moderated",
  "waits-for-you",
  "still-arriving",
  "not-there",
  "cannot-tell",
  "move-not-done",
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** What a message can do about a cause. Whether it can arrive is a second question: reach answers it. */
export type ContactRule =
  | {
      readonly by: "mention";
      readonly kind: MentionKind;
      /** What is said instead where the cause was not published: a look from outside is told to nobody else. */
      readonly unlessProven?: MentionKind;
      readonly letter?: "old-admin";
    }
  | { readonly by: "letter"; readonly letter: "own-admin"; readonly why: WhyNot }
  | { readonly by: "public"; readonly why: WhyNot }
  | { readonly by: "requests"; readonly why: WhyNot }
  | { readonly by: "nothing"; readonly why: WhyNot };

const nothing = (why: WhyNot): ContactRule => ({ by: "nothing", why });
const publicOnly = (why: WhyNot): ContactRule => ({ by: "public", why });
const letter = (why: WhyNot): ContactRule => ({ by: "letter", letter: "own-admin", why });
const mention = (kind: MentionKind): ContactRule => ({ by: "mention", kind });
const mentionIfPublished = (kind: MentionKind): ContactRule => ({ by: "mention", kind, unlessProven: "lost" });
const mentionAndReplay = (kind: MentionKind): ContactRule => ({ by: "mention", kind, letter: "old-admin" });

/** A new cause does not compile until somebody has decided who may be written to about it. */
export const CONTACT: Readonly<Record<CauseId | "unknown" | "unexplained" | "clear", ContactRule>> = {
  here: nothing("here"),
  "here-under-new-name": nothing("here"),
  "server-gone": nothing("nobody-reads"),
  "account-gone": nothing("nobody-reads"),
  "moved-on": mention("moved"),
  "new-server-blocked": letter("their-server-blocks"),
  "blocked-by-new-server": letter("our-server-blocks"),
  "closed-federation": letter("their-server-blocks"),
  // A mention would arrive and the follow it asks for could not leave.
  "new-server-given-up": letter("given-up"),
  "old-server-blocked": mentionIfPublished("blocks-old"),
  // Moderators there acted against this very account: writing to their people from a new one is going round them.
  "old-account-suspended": publicOnly("moderated"),
  "blocked-by-old-server": mentionIfPublished("cut-by-old"),
  ghost: nothing("not-there"),
  "software-ignores-move": mention("ignores"),
  "no-moved-to": mention("no-moved-to"),
  "waiting-for-approval": { by: "requests", why: "waits-for-you" },
  "still-arriving": nothing("still-arriving"),
  "accepted-not-done": mentionAndReplay("not-done"),
  "notice-lost": mentionAndReplay("lost"),
  unknown: publicOnly("cannot-tell"),
  // Some of them decided not to follow any more. Nobody can see who, so nobody is singled out.
  unexplained: publicOnly("cannot-tell"),
  clear: nothing("move-not-done"),
};

export function ruleFor(cause: string | null): ContactRule {
  if (cause === null) return nothing("move-not-done");
  // A cause of newer rules than ours: nobody is written to about what is not understood.
  return Object.hasOwn(CONTACT, cause) ? CONTACT[cause as keyof typeof CONTACT] : publicOnly("cannot-tell");
}
