import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** About a week after the first post, and the last one about the move. */
export type LastWeek = Mover & {
  /** How many came back since the first post; left out where nobody counted. */
  readonly back?: number;
};

export const lastWeek: Template<LastWeek> = {
  en: [
    (mover) =>
      paragraphs(
        "One last post about my move, then I will stop.",
        `If you followed me as ${mover.old} and miss my posts: tap my name here and press Follow. If that does not work, ${mover.link ?? mover.newUrl}`,
        thanks(mover),
      ),
    (mover) =>
      `One last post about my move. You followed me as ${mover.old}? Tap my name and press Follow, or ${mover.link ?? mover.newUrl}`,
  ],
};

const thanks = ({ back = 0 }: LastWeek) =>
  back >= 5
    ? `${back} of you have come back since the first one. Thank you.`
    : "To everybody who came back: thank you.";
