import type { Writer } from "#i18n/say.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Mover } from "../mover.ts";
import type { Published } from "../published.ts";
import { paragraphs, type Template } from "../template.ts";
import { sourceLine, sureOf } from "./source-line.ts";

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

/** As sure as the lines of the side that it speaks of. */
function effectOf({ about, lines, server }: OwnAdminLetter, { say }: Writer): string {
  const theirs = about.startsWith("their-");
  return say(`ownAdmin.effect.${about}`, { sure: sureOf(lines.filter(({ by }) => (by === server) === theirs)) });
}

export const ownAdminSubject: Template<OwnAdminLetter> = [({ server }, { say }) => say("ownAdmin.subject", { server })];

export const ownAdminLetter: Template<OwnAdminLetter> = [
  (letter, writer) => {
    const { mover, server, people, about, lines, howUrl } = letter;
    const { say } = writer;
    const effect = effectOf(letter, writer);
    return paragraphs(
      say("ownAdmin.hello"),
      say("ownAdmin.moved", { old: serverOf(mover.old), people, server, effect }),
      [say("ownAdmin.published"), ...lines.map((line) => sourceLine(line, writer))].join("\n"),
      say(`ownAdmin.ask.${about}`, { server }),
      say("ownAdmin.reasons"),
      say("ownAdmin.background", { link: howUrl }),
      `${say("ownAdmin.thanks")}\n@${mover.new}`,
    );
  },
];

/** The same as a private message, where the server names an account and no mail address. */
export const ownAdminMessage: Template<OwnAdminLetter> = [
  (letter, writer) => {
    const { server, people, about, howUrl } = letter;
    const [effect, ask] = [effectOf(letter, writer), writer.say(`ownAdmin.askShort.${about}`)];
    return writer.say("ownAdmin.message", { people, server, effect, ask, link: howUrl });
  },
  ({ server, people, about }, { say }) =>
    say("ownAdmin.shortest", { people, server, ask: say(`ownAdmin.askShort.${about}`) }),
];
