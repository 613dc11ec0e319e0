import type { Writer } from "#i18n/say.ts";
import { type Day, dayInWords } from "./day.ts";
import { HOURS_BETWEEN, type Plan, type PlannedPost } from "./plan.ts";

/** The whole plan to keep, in the language of its posts: days, posts, texts. Empty where there is nothing to write. */
export function planAsText({ posts }: Plan, writer: Writer): string {
  if (posts.length === 0) return "";
  const { say } = writer;
  const people = posts.reduce((sum, { to }) => sum + to.length, 0);
  const advice = say("plan.advice", { hours: HOURS_BETWEEN, warning: say("mention.warning") });
  const head = [say("plan.title", { posts: posts.length, people }), advice];
  const days = [...byDay(posts)].map(([day, some]) => dayAsText(day, some, writer));
  return `${[...head, ...days].join("\n\n")}\n`;
}

export function byDay(posts: readonly PlannedPost[]): ReadonlyMap<Day, readonly PlannedPost[]> {
  const days = new Map<Day, readonly PlannedPost[]>();
  for (const post of posts) days.set(post.day, [...(days.get(post.day) ?? []), post]);
  return days;
}

function dayAsText(day: Day, posts: readonly PlannedPost[], { say, language }: Writer): string {
  const texts = posts.map(({ nth, server, draft }) => `${say("plan.post", { nth, server })}\n\n${draft.text}`);
  return [`== ${dayInWords(day, language, true)} ==`, ...texts].join("\n\n");
}
