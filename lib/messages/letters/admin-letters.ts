import type { Host } from "#lib/domain/names/spellings.ts";
import { isSameAcct, type Mover } from "../mover.ts";
import type { Published } from "../published.ts";
import { type Writing, writeLetter, writeTo } from "../template.ts";
import { type AdminCase, ownAdminLetter, ownAdminMessage, ownAdminSubject } from "../templates/letter-own-admin.ts";
import { remoteLetter, remoteSubject } from "../templates/letter-remote.ts";
import { type ContactOf, type LetterOffer, noLetter, type OwnSetting } from "./letter.ts";
import { type LetterCase, whyNoLetter } from "./letter-rules.ts";

export type AdminInput = LetterCase & {
  readonly mover: Mover;
  /** Of the new server. */
  readonly ownContact: ContactOf;
  /** Of the follower's server. */
  readonly theirContact: ContactOf;
  readonly howUrl: string;
  readonly writing: Writing;
};

/** To the admin of the new server: the one whom the mover may ask, and who may ask others. */
export function letterToOwnAdmin(input: AdminInput): LetterOffer {
  const why = whyNoLetter(input);
  const about = caseOf(input);
  if (why || !about) return noLetter(why ?? "not-published");
  if (isMover(input)) return { kind: "setting", setting: SETTINGS[about], server: input.server };
  const words = { ...input, about };
  return {
    kind: "own-admin",
    to: input.ownContact,
    subject: writeLetter(ownAdminSubject, words, input.writing).text,
    body: writeLetter(ownAdminLetter, words, input.writing),
    message: writeTo(input.ownContact.acct, ownAdminMessage, words, input.writing),
  };
}

/** Ready for one's own admin to send, or to leave: from admin to admin it is a question. */
export function letterToTheirAdmin(input: AdminInput): LetterOffer {
  const line = input.lines.filter(byThem(input.server)).find(stopsFollows);
  const why = whyNoLetter({ ...input, lines: line ? input.lines : [] });
  if (why || !line) return noLetter(why ?? "not-published");
  const words = { ...input, line };
  const subject = writeLetter(remoteSubject, words, input.writing).text;
  return { kind: "remote", to: input.theirContact, subject, body: writeLetter(remoteLetter, words, input.writing) };
}

const SETTINGS: Readonly<Record<AdminCase, OwnSetting["setting"]>> = {
  "our-block": "lift-block",
  "our-limit": "lift-limit",
  "our-allow-list": "allow",
  "their-block": "ask-them",
  "their-allow-list": "ask-them",
};

/** What one's own admin can change alone comes first. A limit on the other side stops nobody from following. */
function caseOf(input: AdminInput): AdminCase | null {
  const theirs = input.lines.filter(byThem(input.server)).map(({ severity }) => severity);
  const ours = input.lines.filter((line) => !byThem(input.server)(line)).map(({ severity }) => severity);
  if (ours.includes("suspended")) return "our-block";
  if (ours.includes("not-allowed")) return "our-allow-list";
  if (theirs.includes("suspended")) return "their-block";
  if (theirs.includes("not-allowed")) return "their-allow-list";
  return ours.includes("limited") ? "our-limit" : null;
}

const byThem =
  (server: Host) =>
  ({ by }: Published) =>
    by === server;
const stopsFollows = ({ severity }: Published) => severity !== "limited";

const isMover = ({ mover, ownContact }: AdminInput): boolean => isSameAcct(ownContact.acct, mover.new);
