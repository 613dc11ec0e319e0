import { serverOf, userOf } from "#lib/domain/names/acct.ts";
import { defined } from "#lib/flow/defined.ts";
import { factsOf } from "#lib/software/index.ts";
import { addDays, dayOf } from "../day.ts";
import { isSameAcct, type Mover } from "../mover.ts";
import { type Writing, writeLetter, writeTo } from "../template.ts";
import {
  type OldAdminLetter,
  oldAdminLetter,
  oldAdminMessage,
  oldAdminSubject,
} from "../templates/letter-old-admin.ts";
import { type ContactOf, type LetterOffer, noLetter } from "./letter.ts";
import { type CountedServer, replayReaches, type Stayed } from "./worth-a-replay.ts";

/** Mastodon's key that stops one move from being carried out twice. */
const REPEAT_LOCK_DAYS = 7;
const MOST_NAMED = 10;

export type OldAdminInput = {
  readonly mover: Mover;
  readonly servers: readonly CountedServer[];
  readonly contact: ContactOf;
  readonly software?: string;
  readonly movedAt?: string;
  readonly written: boolean;
  readonly now: string;
  readonly writing: Writing;
};

/** To the admin of the old server, the only one who can send a move again. It says who stayed, and nothing about why. */
export function letterToOldAdmin(input: OldAdminInput): LetterOffer {
  const { stayed, named } = replayReaches(input.servers);
  if (named.length === 0) return noLetter(stayed.length === 0 ? "nothing-stayed" : "few-people");
  if (input.written) return noLetter("already-written");
  if (isMover(input)) return { kind: "setting", setting: "replay", server: serverOf(input.mover.old) };
  return asLetter(input, wordsFor(input, named.slice(0, MOST_NAMED), stayed));
}

function wordsFor(
  { mover, software, movedAt, now }: OldAdminInput,
  named: readonly Stayed[],
  stayed: readonly Stayed[],
) {
  const others = stayed.filter((one) => !named.includes(one));
  const lockEnds = movedAt ? addDays(dayOf(movedAt), REPEAT_LOCK_DAYS) : null;
  return {
    mover,
    servers: named,
    others: { servers: others.length, people: others.reduce((sum, { people }) => sum + people, 0) },
    ...defined({ command: factsOf(software)?.replay?.replace("{user}", userOf(mover.old)) }),
    ...(movedAt ? { movedOn: dayOf(movedAt) } : {}),
    ...(lockEnds && lockEnds > dayOf(now) ? { notBefore: lockEnds } : {}),
  } satisfies OldAdminLetter;
}

function asLetter({ contact, writing }: OldAdminInput, words: OldAdminLetter): LetterOffer {
  return {
    kind: "old-admin",
    to: contact,
    subject: writeLetter(oldAdminSubject, words, writing).text,
    body: writeLetter(oldAdminLetter, words, writing),
    message: writeTo(contact.acct, oldAdminMessage, words, writing),
  };
}

const isMover = ({ contact, mover }: OldAdminInput) =>
  isSameAcct(contact.acct, mover.old) || isSameAcct(contact.acct, mover.new);
