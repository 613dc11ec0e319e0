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

export const ownAdminSubject: Template<OwnAdminLetter> = [({ server }, { say }) => say("ownAdmin.subject", { server })];

export const ownAdminLetter: Template<OwnAdminLetter> = [
  ({ mover, server, people, about, lines, howUrl }, writer) => {
    const { say } = writer;
    const effect = say(`ownAdmin.effect.${about}`);
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
  ({ server, people, about, howUrl }, { say }) => {
    const [effect, ask] = [say(`ownAdmin.effect.${about}`), say(`ownAdmin.askShort.${about}`)];
    return say("ownAdmin.message", { people, server, effect, ask, link: howUrl });
  },
  ({ server, people, about }, { say }) =>
    say("ownAdmin.shortest", { people, server, ask: say(`ownAdmin.askShort.${about}`) }),
];
