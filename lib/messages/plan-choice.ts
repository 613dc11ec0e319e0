import type { Acct, Host } from "#lib/domain/evidence/evidence.ts";
import { type Addressee, contactWith, type ReachOf } from "./contact.ts";
import type { WhyNot } from "./contact-rules.ts";
import { whyNotTicked } from "./preselect.ts";
import type { MentionKind } from "./templates/mention.ts";

/** A mention is a knock at somebody's door: beyond this, over all checks of a move, nobody is written to by name. */
export const MOST_PEOPLE = 30;

export type ChoiceInput = {
  readonly people: readonly Addressee[];
  /** The mover's ticks, one by one. Left out: the people that are ticked beforehand. */
  readonly ticked?: ReadonlySet<Acct>;
  readonly reachOf: ReachOf;
  /** Marks over all checks of this move, people who came back meanwhile included. */
  readonly askedBefore: number;
  readonly now: string;
};

export type Chosen = {
  readonly acct: Acct;
  readonly to: Acct;
  readonly server: Host;
  readonly kind: MentionKind;
};
export const NO_ROOM = ["over-cap", "too-long", "twice"] as const;
export type LeftOut = { readonly acct: Acct; readonly why: WhyNot | (typeof NO_ROOM)[number] };

/** Only people the mover follows, and of these none who gave a sign of not wanting it. */
export function tickedBeforehand({ people, reachOf, now }: Omit<ChoiceInput, "ticked">): ReadonlySet<Acct> {
  const welcome = people.filter((one) => contactWith(one, reachOf).mention && !whyNotTicked(one, now));
  return new Set(welcome.map(({ acct }) => acct));
}

/** Each person once, those the mover follows first where there is not room for all. */
export function choose(input: ChoiceInput): {
  readonly chosen: readonly Chosen[];
  readonly leftOut: readonly LeftOut[];
} {
  const ticked = input.ticked ?? tickedBeforehand(input);
  const asked = input.people.filter(({ mark }) => mark === "asked").map(({ acct }) => acct);
  const room = MOST_PEOPLE - Math.max(input.askedBefore, asked.length);
  const seen = new Set<Acct>(asked);
  const chosen: Chosen[] = [];
  const leftOut: LeftOut[] = [];
  for (const person of followedFirst(input.people.filter(({ acct }) => ticked.has(acct)))) {
    const found = judge(person, input.reachOf, seen, chosen.length < room);
    if ("why" in found) leftOut.push(found);
    else chosen.push(found);
    seen.add(person.acct).add("to" in found ? found.to : person.acct);
  }
  return { chosen, leftOut };
}

function judge(person: Addressee, reachOf: ReachOf, seen: ReadonlySet<Acct>, room: boolean): Chosen | LeftOut {
  const { acct } = person;
  const { mention, whyNot = "cannot-tell" } = contactWith(person, reachOf);
  if (!mention) return { acct, why: whyNot };
  if (seen.has(acct) || seen.has(mention.to)) return { acct, why: "twice" };
  return room ? { acct, ...mention } : { acct, why: "over-cap" };
}

const followedFirst = (people: readonly Addressee[]): readonly Addressee[] =>
  people.toSorted((one, other) => Number(other.youFollow) - Number(one.youFollow));
