import { type Day, dayInWords } from "./day.ts";
import type { MessageLanguage } from "./language.ts";
import { HOURS_BETWEEN, type Plan, type PlannedPost } from "./plan.ts";
import { CONTENT_WARNING } from "./templates/mention.ts";
import { PLAN_FRAME } from "./templates/plan-frame.ts";

/** The whole plan to keep: days, posts, texts. Empty where there is nothing to write. */
export function planAsText({ posts }: Plan, language: MessageLanguage = "en"): string {
  if (posts.length === 0) return "";
  const frame = PLAN_FRAME[language];
  const people = posts.reduce((sum, { to }) => sum + to.length, 0);
  const head = [frame.title(posts.length, people), frame.advice(HOURS_BETWEEN, CONTENT_WARNING[language])];
  const days = [...byDay(posts)].map(([day, some]) => dayAsText(day, some, language));
  return `${[...head, ...days].join("\n\n")}\n`;
}

export function byDay(posts: readonly PlannedPost[]): ReadonlyMap<Day, readonly PlannedPost[]> {
  const days = new Map<Day, readonly PlannedPost[]>();
  for (const post of posts) days.set(post.day, [...(days.get(post.day) ?? []), post]);
  return days;
}

function dayAsText(day: Day, posts: readonly PlannedPost[], language: MessageLanguage): string {
  const frame = PLAN_FRAME[language];
  const texts = posts.map(({ nth, server, draft }) => `${frame.post(nth, server)}\n\n${draft.text}`);
  return [`== ${dayInWords(day, language, true)} ==`, ...texts].join("\n\n");
}
