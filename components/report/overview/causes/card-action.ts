import type { ShownCause } from "#i18n/cause-words.ts";
import { causeOf } from "#lib/causes/index.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { ruleFor } from "#lib/messages/contact-rules.ts";
import { pageUrl } from "#lib/software/index.ts";
import { mayPost } from "../../actions.ts";
import { groupOfCause } from "../groups.ts";

/**
 * The first thing to do about a cause: a place on the mover's own server, or a part of the page with messages. `proof`:
 * it opens once the account is shown to be the mover's, and the link leads to where that is done.
 */
export type CardAction = {
  readonly id: "requests" | "post" | "admins" | "names" | "oldAdmin";
  readonly href: string;
  readonly proof?: true;
};
type Scene = { readonly report: Report; readonly proof: CheckState["proof"]; readonly checkPath: string };

export function actionFor(cause: ShownCause, { report, proof, checkPath }: Scene): CardAction | null {
  const group = groupOfCause(cause);
  const messages = `${checkPath}/messages`;
  const proven = (id: CardAction["id"], part: string): CardAction =>
    proof.state === "missing" ? { id, href: `${messages}#proof`, proof: true } : { id, href: `${messages}#${part}` };
  if (group === "you") return requests(report);
  if (group === "admin") return proven("admins", "admins");
  if (group !== "follower" && group !== "unknown") return null;
  if (!mayPost(report)) return null;
  return ruleFor(cause).by === "mention" ? proven("names", "names") : { id: "post", href: `${messages}#everybody` };
}

function requests({ new: fresh }: Report): CardAction | null {
  const href = fresh ? pageUrl("followRequests", fresh.host, fresh.software?.name) : null;
  return href ? { id: "requests", href } : null;
}

/** What a block does, and how it is lifted, is told on a page of its own. */
export const isBlock = (cause: ShownCause): boolean => Boolean(causeOf(cause)?.stands);
