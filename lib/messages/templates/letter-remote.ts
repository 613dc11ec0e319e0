import { serverOf } from "#lib/domain/names/acct.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Mover } from "../mover.ts";
import type { Published } from "../published.ts";
import { paragraphs, type Template } from "../template.ts";
import { sourceLine, sureOf } from "./source-line.ts";

/** Written for the admin of the new server to send: from admin to admin it is a question, from a stranger it is pressure. */
export type RemoteLetter = {
  readonly mover: Mover;
  readonly server: Host;
  readonly people: number;
  readonly line: Published;
  readonly howUrl: string;
};

export const remoteSubject: Template<RemoteLetter> = [
  ({ mover, server }, { say }) => say("remote.subject", { new: serverOf(mover.new), server }),
];

export const remoteLetter: Template<RemoteLetter> = [
  ({ mover, server, people, line, howUrl }, writer) => {
    const { say } = writer;
    return paragraphs(
      say("remote.hello", { server }),
      say("remote.who", { new: serverOf(mover.new), people, old: mover.old, sure: sureOf([line]) }),
      sourceLine(line, writer),
      say("remote.questions"),
      `${say("remote.applies")}\n${say("remote.anything")}`,
      say("remote.background", { link: howUrl }),
      say("remote.no"),
    );
  },
];
