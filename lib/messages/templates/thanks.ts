import type { Template } from "../template.ts";

/** The answer to somebody who wrote back. */
export const thanks: Template<unknown> = [(_, { say }) => say("thanks")];
