import type { Host } from "#lib/domain/evidence/evidence.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import type { Mover } from "../mover.ts";
import type { Published } from "../published.ts";
import { paragraphs, type Template } from "../template.ts";
import { sourceLine } from "./source-line.ts";

/** Written for the admin of the new server to send: from admin to admin it is a question, from a stranger it is pressure. */
export type RemoteLetter = {
  readonly mover: Mover;
  readonly server: Host;
  readonly people: number;
  readonly line: Published;
  readonly howUrl: string;
};

export const remoteSubject: Template<RemoteLetter> = {
  en: [({ mover, server }) => `${serverOf(mover.new)} on the list of ${server}`],
};

export const remoteLetter: Template<RemoteLetter> = {
  en: [
    ({ mover, server, people, line, howUrl }) =>
      paragraphs(
        `Hello ${server} team,`,
        `I help to run ${serverOf(mover.new)}. ${people} people on your server followed ${mover.old}, who has an account with us now and whom they cannot follow here. Your public list says:`,
        sourceLine(line, "en"),
        "We do not ask you to explain the decision. Two questions:",
        "1. Does it still apply?\n2. If it does, is there anything that we could do about it?",
        `What a change would do to follows, and what it would not: ${howUrl}`,
        "If you do not want to go into it, no answer is needed, and we will not write about it again. Thank you for moderating.",
      ),
  ],
};
