import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/**
 * The post from the new account. It begins with the tap on the writer's own name: that works in every app, at once,
 * and without a page of ours. The link is for those whom a boost reaches somewhere else.
 */
export const publicPost: Template<Mover> = {
  en: [
    (mover) =>
      paragraphs(
        tap(mover),
        "Some of you could not come along by yourselves. Nobody did anything wrong: servers that do not talk to my old one never heard that I moved.",
        elsewhere(mover),
        "Boosts carry this to people I cannot reach. Thank you.",
      ),
    (mover) => paragraphs(tap(mover), elsewhere(mover), "Boosts carry this further. Thank you."),
    (mover) =>
      `I moved: this is my new account, before it was ${mover.old}. Tap my name and press Follow. That's all. Or: ${mover.link ?? mover.newUrl}`,
  ],
};

const tap = ({ old }: Mover) =>
  `I moved: this is my new account. If you followed me as ${old}, tap my name and press Follow. That's all.`;
const elsewhere = ({ link, newUrl }: Mover) => `Reading this elsewhere, or the button does not work? ${link ?? newUrl}`;
