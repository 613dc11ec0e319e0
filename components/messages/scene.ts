import type { Report, ReportAccount } from "#lib/contract/report.ts";
import { serverOf, userOf } from "#lib/domain/names/acct.ts";
import { defined } from "#lib/flow/defined.ts";
import type { ComposeAt } from "#lib/messages/compose.ts";
import { type PostLimits, USUAL_LIMITS } from "#lib/messages/count.ts";
import type { Mover } from "#lib/messages/mover.ts";
import { pathOf } from "#lib/software/index.ts";

/** Whom the messages are about. `link` is the page for followers, once there is one. */
export function moverOf({ old, new: fresh }: Pick<Report, "old" | "new">, link?: string): Mover | null {
  if (!fresh) return null;
  const newUrl = pageOf(fresh);
  const ending = pathOf("feed", fresh.software?.name);
  return {
    old: old.acct,
    new: fresh.acct,
    newUrl,
    ...defined({ link }),
    ...(ending ? { feed: newUrl + ending } : {}),
  };
}

/** The profile's address is a stranger's text and ends up in posts. */
function pageOf({ url, host, acct }: ReportAccount): string {
  const told = url ? URL.parse(url) : null;
  return told?.protocol === "https:" ? told.href : `https://${host}/@${userOf(acct)}`;
}

/** A limit of nothing is a server that does not say. */
export const limitsOf = ({ instance }: Pick<ReportAccount, "instance">): PostLimits => ({
  maxCharacters: instance?.maxCharacters || USUAL_LIMITS.maxCharacters,
  charactersPerUrl: instance?.charactersPerUrl || USUAL_LIMITS.charactersPerUrl,
});

/** The path is looked up here, so that the browser gets one path and not the catalogue of software. */
export function composeAt(account: ReportAccount): ComposeAt {
  const path = pathOf("compose", account.software?.name);
  return {
    host: serverOf(account.acct),
    webHost: account.host,
    ...defined({ path }),
    ...defined({ composer: account.composer }),
    ...(account.software ? {} : { unread: true }),
  };
}
