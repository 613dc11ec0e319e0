import type { MentionKind, WhyNot } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Offer } from "./offer.ts";

/** A mention is a knock at somebody's door: beyond this, over all checks of a move, nobody is written to by name. */
export const MOST_PEOPLE = 30;

export type ChoiceInput = {
  readonly people: readonly Offer[];
  /** The mover's ticks, one by one. Left out: the people that are ticked beforehand. */
  readonly ticked?: ReadonlySet<Acct>;
  /** Marks over all checks of this move, people who came back meanwhile included. */
  readonly askedBefore: number;
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
export function tickedBeforehand({ people }: Pick<ChoiceInput, "people">): ReadonlySet<Acct> {
  const welcome = people.filter(({ mention, notTicked }) => mention && !notTicked);
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
    const found = judge(person, seen, chosen.length < room);
    if ("why" in found) leftOut.push(found);
    else chosen.push(found);
    seen.add(person.acct).add("to" in found ? found.to : person.acct);
  }
  return { chosen, leftOut };
}

function judge(person: Offer, seen: ReadonlySet<Acct>, room: boolean): Chosen | LeftOut {
  const { acct, mention, whyNot = "cannot-tell" } = person;
  if (!mention) return { acct, why: whyNot };
  if (seen.has(acct) || seen.has(mention.to)) return { acct, why: "twice" };
  return room ? { acct, ...mention } : { acct, why: "over-cap" };
}

const followedFirst = (people: readonly Offer[]): readonly Offer[] =>
  people.toSorted((one, other) => Number(other.youFollow) - Number(one.youFollow));
