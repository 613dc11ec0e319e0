import { addDays, type Day, dayOf, laterDay } from "./day.ts";
import type { Mover } from "./mover.ts";
import { type ChoiceInput, choose, type LeftOut } from "./plan-choice.ts";
import { inPosts, type MentionPost } from "./plan-posts.ts";
import type { Writing } from "./template.ts";

export const MOST_A_DAY = 2;
export const HOURS_BETWEEN = 3;
/** Mastodon may drop, without a word, what an account younger than this sends to people who do not follow it. */
const TOO_YOUNG_DAYS = 7;

export type PlanInput = ChoiceInput & {
  readonly mover: Mover;
  readonly now: string;
  /** Somebody was marked as asked today: the day's share may be used up. */
  readonly askedToday?: boolean;
  readonly newAccountSince?: string;
  readonly writing: Writing;
};

export type PlannedPost = MentionPost & {
  readonly day: Day;
  /** First or second of its day. */
  readonly nth: number;
};

export type Plan = {
  readonly posts: readonly PlannedPost[];
  readonly leftOut: readonly LeftOut[];
  /** The account is too young to mention strangers; the first day is later for that reason. */
  readonly waitsForAge: boolean;
};

/** Texts with dates for the mover's own hands. Nothing is ever sent from here. */
export function planMentions(input: PlanInput): Plan {
  const { chosen, leftOut } = choose(input);
  const { posts, tooLong } = inPosts(chosen, input.mover, input.writing);
  const { first, waitsForAge } = firstDay(input);
  return {
    posts: posts.map((post, at) => ({ ...post, ...slot(first, at) })),
    leftOut: [...leftOut, ...tooLong],
    waitsForAge: waitsForAge && posts.length > 0,
  };
}

const slot = (first: Day, at: number) => ({
  day: addDays(first, Math.floor(at / MOST_A_DAY)),
  nth: (at % MOST_A_DAY) + 1,
});

function firstDay({ now, newAccountSince, askedToday }: PlanInput) {
  const today = dayOf(now);
  const free = askedToday ? addDays(today, 1) : today;
  const oldEnough = newAccountSince ? addDays(dayOf(newAccountSince), TOO_YOUNG_DAYS) : today;
  return { first: laterDay(free, oldEnough), waitsForAge: oldEnough > today };
}
