import type { ShownCause } from "#i18n/cause-words.ts";
import { causeOf } from "#lib/causes/index.ts";
import type { Report } from "#lib/contract/report.ts";
import { pageUrl } from "#lib/software/index.ts";
import { groupOfCause } from "./groups.ts";

/** The first thing to do about a cause: a place on the mover's own server, or a part of the page with messages. */
export type CardAction = { readonly id: "requests" | "post" | "admins"; readonly href: string };

export function actionFor(cause: ShownCause, report: Report, checkPath: string): CardAction | null {
  const group = groupOfCause(cause);
  if (group === "you") return requests(report);
  if (group === "admin") return { id: "admins", href: `${checkPath}/messages#admins` };
  if (group === "follower" || group === "unknown") return { id: "post", href: `${checkPath}/messages#everybody` };
  return null;
}

function requests({ new: fresh }: Report): CardAction | null {
  const href = fresh ? pageUrl("followRequests", fresh.host, fresh.software?.name) : null;
  return href ? { id: "requests", href } : null;
}

/** What a block does, and how it is lifted, is told on a page of its own. */
export const isBlock = (cause: ShownCause): boolean => Boolean(causeOf(cause)?.stands);
