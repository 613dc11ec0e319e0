import { linkOf, type Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** About a week after the first post, and the last one about the move. */
export type LastWeek = Mover & {
  /** How many came back since the first post; left out where nobody counted. */
  readonly back?: number;
};

/** Of fewer a post says no number. */
const WORTH_COUNTING = 5;

export const lastWeek: Template<LastWeek> = [
  (mover, { say }) => {
    const { old, back = 0 } = mover;
    return paragraphs(
      say("lastWeek.begin"),
      say("lastWeek.follow", { old, link: linkOf(mover) }),
      back >= WORTH_COUNTING ? say("lastWeek.thanksBack", { back }) : say("lastWeek.thanks"),
    );
  },
  (mover, { say }) => say("lastWeek.shortest", { old: mover.old, link: linkOf(mover) }),
];
