import { serverOf } from "#lib/domain/names/acct.ts";
import { linkOf, type Mover } from "../mover.ts";
import { NONE, paragraphs, type Template } from "../template.ts";

/** By mail, messenger or newsletter, to people the mover knows anyway. */
export const offPlatform: Template<Mover> = [
  (mover, { say }) =>
    paragraphs(
      say("offPlatform.hello", { old: mover.old }),
      say("offPlatform.new", { new: mover.new, link: linkOf(mover) }),
      say("offPlatform.only"),
    ),
  ({ old, newUrl }, { say }) => say("offPlatform.shortest", { old, link: newUrl }),
];

/** To somebody the mover knows, on a server that does not exchange messages with the new one: no promise of a button. */
export const offPlatformBlocked: Template<Mover> = [
  ({ old, new: acct, newUrl, feed }, { say }) =>
    paragraphs(
      say("offPlatformBlocked.hello", { old, new: acct }),
      say("offPlatformBlocked.why", { server: serverOf(acct) }),
      say("offPlatformBlocked.read", { link: newUrl, feed: feed ?? NONE }),
    ),
  ({ newUrl }, { say }) => say("offPlatformBlocked.shortest", { link: newUrl }),
];
