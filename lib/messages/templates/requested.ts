import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** For somebody whose server still says "requested". Pressing Follow once more sends nothing. */
export const requested: Template<Mover> = [
  ({ new: acct, newUrl }, { say }) =>
    paragraphs(say("requested.ask", { new: acct }), say("requested.do", { link: newUrl }), say("requested.thanks")),
  ({ newUrl }, { say }) => say("requested.shortest", { link: newUrl }),
];
