import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** To one person the mover knows on a server that does not say whom it blocks. The answer is written into the check. */
export const question: Template<Mover> = {
  en: [
    ({ new: acct }) =>
      paragraphs(
        `Hi! I moved to @${acct}, and I cannot see from outside whether your server talks to my new one.`,
        "Could you put this address into the search of your app? If my profile opens and Follow works, the way is free. If nothing is found, it probably is not.",
        "A yes or no is plenty, and it is fine not to answer.",
      ),
    ({ newUrl }) => `Could you look whether your server finds ${newUrl} and lets you follow? A yes or no is plenty.`,
  ],
};
