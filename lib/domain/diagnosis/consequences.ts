import type { ContactRule } from "./contact-rule.ts";

/** What a follower's server itself publishes, so that the page for followers may say it to anybody. */
export type PublicReason =
  | "shuts-new-out"
  | "lets-only-named-in"
  | "sends-new-nothing"
  | "shuts-old-out"
  | "ignores-moves";

/** What follows from a cause. Each cause says all of it: whatever is left out does not compile. */
export type Consequences = {
  /** Before a move the way is clear only once this is decided. */
  readonly decidesClear: boolean;
  /** Holds whatever server one moves to: cut off from the old account already, or out of reach of any Move. */
  readonly whateverTarget: "cut-off" | "not-carried" | null;
  /**
   * A block, and where it stands: the follower's server keeps the old or the new one out (`before-…`), or the mover's
   * own server keeps the follower's out (`at-…`).
   */
  readonly stands: "before-old" | "before-new" | "at-old" | "at-new" | null;
  /**
   * The step that brings these people back: a letter to the new server's admin, the Move sent again by the old one's,
   * a look into the follow requests, taking the mover's own block back, waiting, following by hand (which works although the cause stays), a public post.
   */
  readonly helps: "letter" | "replay" | "requests" | "lift" | "wait" | "hand" | "post" | "none";
  /** On a server of one person it is that person's own decision: counted, never named, and nobody is written to. */
  readonly personal: boolean;
  /** What that server must publish for the page for followers to say it; null: that page never says it. */
  readonly public: PublicReason | null;
  /** Who may be written to about it, and what can be said. */
  readonly contact: ContactRule;
  /** The person is at another address now, which is shown, and written to. */
  readonly showsNewAddress: boolean;
  /** False: a number on pages and nobody to write to, so no row, no contact, no export. */
  readonly listed: boolean;
};
