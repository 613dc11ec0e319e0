import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** For somebody whose server still says "requested". Pressing Follow once more sends nothing. */
export const requested: Template<Mover> = {
  en: [
    ({ new: acct, newUrl }) =>
      paragraphs(
        `Does your server show "requested" for @${acct}? Then the answer of my server did not arrive at yours, and waiting does not help.`,
        `Please open ${newUrl} on your server, cancel the request, and press Follow again. Pressing it without cancelling first sends nothing.`,
        "Thank you for your patience.",
      ),
    ({ newUrl }) => `Still "requested"? Cancel the request first, then press Follow again: ${newUrl}`,
  ],
};
