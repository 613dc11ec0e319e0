import type { Writer } from "#i18n/say.ts";
import { serverOf, userOf } from "#lib/domain/names/acct.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { type Day, dayInWords } from "../day.ts";
import type { Mover } from "../mover.ts";
import { NONE, paragraphs, type Template } from "../template.ts";

type StayedBehind = { readonly host: Host; readonly people: number };

export type OldAdminLetter = {
  readonly mover: Mover;
  /** Whole servers from which nobody came along; none of fewer than five people. */
  readonly servers: readonly StayedBehind[];
  /** Everybody on servers that are not named here. */
  readonly others: { readonly servers: number; readonly people: number };
  /** With which the move is sent again, where the server's software has one. */
  readonly command?: string;
  /** Where the mover said it. */
  readonly movedOn?: Day;
  /** Servers that carried the move out ignore a second one before this day. */
  readonly notBefore?: Day;
};

export const oldAdminSubject: Template<OldAdminLetter> = [
  ({ mover }, { say }) => say("oldAdmin.subject", { user: userOf(mover.old) }),
];

export const oldAdminLetter: Template<OldAdminLetter> = [
  (letter, writer) => {
    const { say, language } = writer;
    const { mover, movedOn, command } = letter;
    const moved = say("oldAdmin.moved", { old: mover.old, new: mover.new, day: wordsOf(movedOn, language) });
    return paragraphs(
      say("oldAdmin.hello"),
      moved,
      rows(letter, writer),
      say("oldAdmin.ask"),
      command ? `    ${command}` : say("oldAdmin.noCommand"),
      command && checksFirst(letter, writer),
      say("oldAdmin.no"),
      `${say("oldAdmin.thanks")}\n@${mover.new}`,
    );
  },
];

/** As a private message: the servers' names would not fit, so it says how many. */
export const oldAdminMessage: Template<OldAdminLetter> = [
  (letter, { say, language }) =>
    say("oldAdmin.message", {
      user: userOf(letter.mover.old),
      servers: letter.servers.length,
      day: wordsOf(letter.movedOn, language),
      command: letter.command ?? NONE,
      until: wordsOf(letter.notBefore, language),
    }),
];

const wordsOf = (day: Day | undefined, language: string): string => (day ? dayInWords(day, language) : NONE);

function rows({ servers, others }: OldAdminLetter, { say }: Writer): string {
  const named = servers.map((row) => say("oldAdmin.row", row));
  return [...named, ...(others.people > 0 ? [say("oldAdmin.others", others)] : [])].join("\n");
}

const checksFirst = ({ mover, notBefore }: OldAdminLetter, { say, language }: Writer): string =>
  [
    say("oldAdmin.first"),
    say("oldAdmin.unavailable", { server: serverOf(mover.old) }),
    say("oldAdmin.repeat", { day: wordsOf(notBefore, language) }),
  ].join("\n");
