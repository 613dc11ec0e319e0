import type { Host } from "#lib/domain/evidence/evidence.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import type { Mover } from "../mover.ts";
import type { Published } from "../published.ts";
import { paragraphs, type Template } from "../template.ts";
import { sourceLine } from "./source-line.ts";

/** What stands in the way, and on whose side. */
export const ADMIN_CASES = ["our-block", "our-limit", "our-allow-list", "their-block", "their-allow-list"] as const;
export type AdminCase = (typeof ADMIN_CASES)[number];

export type OwnAdminLetter = {
  readonly mover: Mover;
  readonly server: Host;
  readonly people: number;
  readonly about: AdminCase;
  readonly lines: readonly Published[];
  /** The page that says what such settings do, and where they are. */
  readonly howUrl: string;
};

export const ownAdminSubject: Template<OwnAdminLetter> = { en: [({ server }) => `A question about ${server}`] };

export const ownAdminLetter: Template<OwnAdminLetter> = {
  en: [
    (letter) =>
      paragraphs(
        "Hello,",
        `I moved here from ${serverOf(letter.mover.old)}. ${letter.people} people on ${letter.server} followed me there. ${EN_EFFECT[letter.about]}`,
        ["What is published about it:", ...letter.lines.map((line) => sourceLine(line, "en"))].join("\n"),
        EN_ASK[letter.about](letter.server),
        "There may be good reasons for it, and you do not have to tell me. A no is a full answer, and I will not ask again.",
        `What such a setting does to follows, and where it is found: ${letter.howUrl}`,
        `Thank you for running this server.\n@${letter.mover.new}`,
      ),
  ],
};

/** The same as a private message, where the server names an account and no mail address. */
export const ownAdminMessage: Template<OwnAdminLetter> = {
  en: [
    ({ server, people, about, howUrl }) =>
      `Hello! ${people} people on ${server} followed me before I moved here. ${EN_EFFECT[about]} ${EN_SHORT_ASK[about]} A no is fine, and I will not ask again. Background: ${howUrl}`,
    ({ server, people, about }) =>
      `Hello! ${people} of my followers are on ${server}. ${EN_SHORT_ASK[about]} A no is fine, and I will not ask again.`,
  ],
};

const EN_EFFECT: Readonly<Record<AdminCase, string>> = {
  "our-block": "They cannot follow me here, because our server has suspended theirs.",
  "our-limit": "Our server limits theirs, so each of their follows waits until I approve it by hand.",
  "our-allow-list": "They cannot follow me here, because theirs is not among the servers that ours allows.",
  "their-block": "They cannot follow me here, because their server has suspended ours.",
  "their-allow-list": "They cannot follow me here, because ours is not among the servers that theirs allows.",
};

const EN_ASK: Readonly<Record<AdminCase, (server: Host) => string>> = {
  "our-block": (server) => `Could you look whether the suspension of ${server} still applies?`,
  "our-limit": (server) =>
    `Could you look whether the limit on ${server} is still needed? If it stays, I will go on approving by hand.`,
  "our-allow-list": (server) => `Could ${server} be added to the servers that are allowed here?`,
  "their-block": (server) =>
    `Do you know the people who moderate ${server}, and would you want to write to them? I have a short text for it. If you would rather not, I will leave it at that.`,
  "their-allow-list": (server) =>
    `Do you know the people who run ${server}, and would you want to ask them? I have a short text for it. If you would rather not, I will leave it at that.`,
};

const EN_SHORT_ASK: Readonly<Record<AdminCase, string>> = {
  "our-block": "Could you look whether that suspension still applies?",
  "our-limit": "Could you look whether that limit is still needed?",
  "our-allow-list": "Could that server be allowed here?",
  "their-block": "Do you know its moderators, and would you write to them?",
  "their-allow-list": "Do you know the people who run it, and would you ask them?",
};
