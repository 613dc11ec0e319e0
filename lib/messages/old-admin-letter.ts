import { peopleWhere } from "#lib/causes/index.ts";
import type { Host } from "#lib/domain/evidence/evidence.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { familyOf } from "#lib/software/family.ts";
import { addDays, dayOf } from "./day.ts";
import { type ContactOf, type LetterOffer, noLetter } from "./letter.ts";
import { FEWEST_PEOPLE } from "./letter-rules.ts";
import { isSameAcct, type Mover } from "./mover.ts";
import { type Writing, writeLetter, writeTo } from "./template.ts";
import { type OldAdminLetter, oldAdminLetter, oldAdminMessage, oldAdminSubject } from "./templates/letter-old-admin.ts";

/** Mastodon's key that stops one move from being carried out twice. */
const REPEAT_LOCK_DAYS = 7;
const MOST_NAMED = 10;

type ServerCount = {
  readonly host: Host;
  readonly here: number;
  readonly onePerson: boolean;
  readonly causes: Readonly<Record<string, number>>;
};

export type OldAdminInput = {
  readonly mover: Mover;
  readonly servers: readonly ServerCount[];
  readonly contact: ContactOf;
  readonly software?: string;
  readonly movedAt?: string;
  readonly written: boolean;
  readonly now: string;
  readonly writing?: Writing;
};

/** To the admin of the old server, the only one who can send a move again. It says who stayed, and nothing about why. */
export function letterToOldAdmin(input: OldAdminInput): LetterOffer {
  const stayed = input.servers.map(stayedBehind).filter(({ people }) => people > 0);
  const named = stayed.filter(({ people, onePerson }) => people >= FEWEST_PEOPLE && !onePerson).toSorted(mostFirst);
  if (named.length === 0) return noLetter(stayed.length === 0 ? "nothing-stayed" : "few-people");
  if (input.written) return noLetter("already-written");
  if (isMover(input)) return { kind: "setting", setting: "replay", server: serverOf(input.mover.old) };
  return asLetter(input, wordsFor(input, named.slice(0, MOST_NAMED), stayed));
}

type Stayed = { readonly host: Host; readonly people: number; readonly onePerson: boolean };

/** Only whole servers: where somebody came along, the move did arrive. */
function stayedBehind({ host, here, onePerson, causes }: ServerCount): Stayed {
  const people = peopleWhere(causes, ({ helps }) => helps === "replay");
  return { host, onePerson, people: here === 0 ? people : 0 };
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
    software: familyOf({ name: software ?? "" }) === "mastodon" ? "mastodon" : "other",
    ...(movedAt ? { movedOn: dayOf(movedAt) } : {}),
    ...(lockEnds && lockEnds > dayOf(now) ? { notBefore: lockEnds } : {}),
  } satisfies OldAdminLetter;
}

function asLetter({ contact, writing }: OldAdminInput, words: OldAdminLetter): LetterOffer {
  return {
    kind: "old-admin",
    to: contact,
    subject: writeLetter(oldAdminSubject, words, writing?.language).text,
    body: writeLetter(oldAdminLetter, words, writing?.language),
    message: writeTo(contact.acct, oldAdminMessage, words, writing),
  };
}

const mostFirst = (one: Stayed, other: Stayed) => other.people - one.people || one.host.localeCompare(other.host);
const isMover = ({ contact, mover }: OldAdminInput) =>
  isSameAcct(contact.acct, mover.old) || isSameAcct(contact.acct, mover.new);
