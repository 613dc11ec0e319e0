import type { MessageLanguage } from "../language.ts";
import { counted } from "./counted.ts";

/** The words around the posts of a plan, in the language of its posts. */
export type PlanFrame = {
  readonly title: (posts: number, people: number) => string;
  readonly advice: (hours: number, warning: string) => string;
  readonly post: (nth: number, server: string) => string;
  readonly reminder: (posts: number) => string;
};

export const PLAN_FRAME: Readonly<Record<MessageLanguage, PlanFrame>> = {
  en: {
    title: (posts, people) => `${counted(posts, "post")} for ${counted(people, "person", "people")}`,
    advice: (hours, warning) =>
      `Post them by hand as quiet public, at least ${hours} hours apart, under the content warning "${warning}". Leave out everybody who has come back by then.`,
    post: (nth, server) => `Post ${nth}, for people on ${server}`,
    reminder: (posts) => `Housewarming: ${counted(posts, "post")} for today`,
  },
};
