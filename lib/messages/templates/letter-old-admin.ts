import type { Host } from "#lib/domain/evidence/evidence.ts";
import { serverOf, userOf } from "#lib/domain/names/acct.ts";
import { type Day, dayInWords } from "../day.ts";
import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";
import { counted } from "./counted.ts";

type StayedBehind = { readonly host: Host; readonly people: number };

export type OldAdminLetter = {
  readonly mover: Mover;
  /** Whole servers from which nobody came along; none of fewer than five people. */
  readonly servers: readonly StayedBehind[];
  /** Everybody on servers that are not named here. */
  readonly others: { readonly servers: number; readonly people: number };
  /** Mastodon has a command for it. */
  readonly software: "mastodon" | "other";
  /** Where the mover said it. */
  readonly movedOn?: Day;
  /** Servers that carried the move out ignore a second one before this day. */
  readonly notBefore?: Day;
};

export const oldAdminSubject: Template<OldAdminLetter> = {
  en: [({ mover }) => `Please send the move of ${userOf(mover.old)} once more`],
};

export const oldAdminLetter: Template<OldAdminLetter> = {
  en: [
    (letter) =>
      paragraphs(
        "Hello,",
        `I had an account on your server, ${letter.mover.old}, and moved it to ${letter.mover.new}${onDay(letter)}. From these servers nobody came along:`,
        rows(letter),
        "It looks as if the news of my move did not reach them, or they did not carry it out. Could you send it once more? Those who came along will notice nothing.",
        letter.software === "mastodon"
          ? `    tootctl accounts migrate ${userOf(letter.mover.old)} --replay`
          : "If your software has no command for that, there is nothing to do for you, and I thank you all the same.",
        letter.software === "mastodon" && checksFirst(letter),
        "If you would rather not, no answer is needed, and I will not ask again.",
        `Thank you for having had me.\n@${letter.mover.new}`,
      ),
  ],
};

/** As a private message: the servers' names would not fit, so it says how many. */
export const oldAdminMessage: Template<OldAdminLetter> = {
  en: [
    (letter) =>
      `Hello! I was ${userOf(letter.mover.old)} on your server. From ${counted(letter.servers.length, "server")} nobody came along when I moved${onDay(letter)}. Could you send the move once more${letter.software === "mastodon" ? ` (tootctl accounts migrate ${userOf(letter.mover.old)} --replay)` : ""}${letter.notBefore ? `, not before ${dayInWords(letter.notBefore, "en")}` : ""}? I can name the servers. A no is fine, and I will not ask again.`,
  ],
};

const onDay = ({ movedOn }: OldAdminLetter): string => (movedOn ? ` on ${dayInWords(movedOn, "en")}` : "");

function rows({ servers, others }: OldAdminLetter): string {
  const named = servers.map(({ host, people }) => `- ${host}: ${people} people`);
  const rest =
    others.people > 0
      ? [`- ${counted(others.people, "person", "people")} on ${counted(others.servers, "other server")}`]
      : [];
  return [...named, ...rest].join("\n");
}

const checksFirst = ({ mover, notBefore }: OldAdminLetter) =>
  [
    "Two things to look at first:",
    `- Under Moderation › Federation, does ${serverOf(mover.old)} hold one of them for unavailable? Then nothing is sent to it, a move neither, until delivery is restarted on its page there.`,
    `- A server that has handled a move ignores a second one for 7 days${notBefore ? `, so please not before ${dayInWords(notBefore, "en")}` : ""}.`,
  ].join("\n");
