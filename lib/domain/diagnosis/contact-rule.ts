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
  "new-suspended",
  "waits-for-you",
  "you-block",
  "move-under-way",
  "not-there",
  "cannot-tell",
  "move-not-done",
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** What a mention can say happened. Each has its words under `texts.mention.reason`. */
export type MentionKind = "blocks-old" | "cut-by-old" | "lost" | "not-done" | "ignores" | "not-told" | "moved";

/** What a message can do about a cause. Whether it can arrive is a second question: reach answers it. */
export type ContactRule =
  | {
      readonly by: "mention";
      readonly kind: MentionKind;
      /** What is said instead where the cause was not published: a look from outside is told to nobody else. */
      readonly unlessProven?: MentionKind;
    }
  /** To the admin of the new server: the one whom the mover may ask. */
  | { readonly by: "letter"; readonly why: WhyNot }
  | { readonly by: "public"; readonly why: WhyNot }
  | { readonly by: "requests"; readonly why: WhyNot }
  | { readonly by: "nothing"; readonly why: WhyNot };
