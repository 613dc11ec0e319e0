import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** For a pinned post, a profile, another network: it has to make sense to somebody who sees nothing else. */
export const shortPost: Template<Mover> = {
  en: [
    (mover) =>
      paragraphs(
        `My new address: @${mover.new}`,
        `Before, it was ${mover.old}. If you followed me there and no longer see my posts, follow the new address: ${mover.link ?? mover.newUrl}`,
      ),
    (mover) => `New address: ${mover.link ?? mover.newUrl} (before: ${mover.old})`,
  ],
};
