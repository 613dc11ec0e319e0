import type { Acct } from "#lib/domain/evidence/evidence.ts";
import { paragraphs, type Template } from "../template.ts";

/** From the old account, as long as it can post: after the move it cannot. */
export type BeforeMove = {
  /** Absent while the mover has not chosen yet. */
  readonly new?: Acct;
  /** "in December", "next weekend", in the words of the mover. */
  readonly when?: string;
};

export const beforeMove: Template<BeforeMove> = {
  en: [
    (move) =>
      paragraphs(
        announcement(move),
        "Most of you will come along by yourselves. Some cannot: not every server takes part in moves, and not every server talks to every other one.",
        request(move),
        "After the move I can no longer post from here. Boosts help. Thank you.",
      ),
    (move) => paragraphs(announcement(move), request(move)),
    ({ new: acct }) =>
      acct
        ? `I am moving to @${acct}. To be safe, tap that name and press Follow today.`
        : "I am moving to another server. The new address will stand in my profile here.",
  ],
};

const announcement = ({ new: acct, when }: BeforeMove) =>
  `I am going to move from this account${acct ? ` to @${acct}` : " to another server"}${when ? ` ${when}` : ""}.`;
const request = ({ new: acct }: BeforeMove) =>
  acct
    ? "To be safe, tap that name and press Follow today. That's all."
    : "I will post the new address here first. If you want to keep in touch, look out for it and follow it by hand.";
