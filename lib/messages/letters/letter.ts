import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Draft } from "../template.ts";
import type { WhyNoLetter } from "./letter-rules.ts";

/** How a server says that its people can be reached. */
export type ContactOf = { readonly host: Host; readonly email?: string; readonly acct?: Acct };

export type Letter = {
  readonly kind: "own-admin" | "old-admin" | "remote";
  readonly to: ContactOf;
  readonly subject: string;
  readonly body: Draft;
  /** The same for a private message; a letter that needs its evidence has none. */
  readonly message?: Draft;
};

export const OWN_SETTINGS = ["lift-block", "lift-limit", "allow", "ask-them", "replay"] as const;

/** The mover is the one who would get the letter: here is what can be set, and where. */
export type OwnSetting = {
  readonly kind: "setting";
  readonly setting: (typeof OWN_SETTINGS)[number];
  readonly server: Host;
};
export type NoLetter = { readonly kind: "none"; readonly why: WhyNoLetter };
export type LetterOffer = Letter | OwnSetting | NoLetter;

export const noLetter = (why: WhyNoLetter): NoLetter => ({ kind: "none", why });

// Mail programs cut longer ones without a word; the text can still be copied.
const LONGEST_LINK = 8000;
const MAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/;

/** Opens the mail program, where the server names an address. The address is a stranger's text: nothing rides on it. */
export function mailLink({ to, subject, body }: Letter): string | null {
  if (!to.email || to.email.length > 254 || !MAIL.test(to.email)) return null;
  const [user = "", host = ""] = to.email.split("@");
  const fields = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.text.replaceAll("\n", "\r\n"))}`;
  const link = `mailto:${encodeURIComponent(user)}@${encodeURIComponent(host)}?${fields}`;
  return link.length <= LONGEST_LINK ? link : null;
}
