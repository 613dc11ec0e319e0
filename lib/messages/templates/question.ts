import type { Mover } from "../mover.ts";
import { paragraphs, type Template } from "../template.ts";

/** To one person the mover knows on a server that does not say whom it blocks. The answer is written into the check. */
export const question: Template<Mover> = [
  ({ new: acct }, { say }) =>
    paragraphs(say("question.hello", { new: acct }), say("question.ask"), say("question.answer")),
  ({ newUrl }, { say }) => say("question.shortest", { link: newUrl }),
];
