import type { Template } from "../template.ts";

/** The answer to somebody who wrote back. */
export const thanks: Template<unknown> = {
  en: [() => "Thank you, you are following me again. There is nothing else to do."],
};
