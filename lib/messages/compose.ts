import type { Composer } from "#lib/domain/names/composer.ts";
import { fillIntent, safeIntent } from "#lib/domain/names/intent.ts";
import type { Host } from "#lib/domain/names/spellings.ts";

/** The server of somebody who wants to post, as WebFinger and NodeInfo describe it. */
export type ComposeAt = {
  readonly host: Host;
  readonly webHost?: Host;
  /** Where its software opens the composer with a text in it. */
  readonly path?: string;
  /** As the server says it for itself (FEP-3b86); which host it may lead to was decided when it was read. */
  readonly composer?: Composer;
  /** Nobody could read what it runs. */
  readonly unread?: true;
};
/** `chooser`: a page that asks for the server, and leads on to its composer. */
export type ComposeLink = {
  readonly url: string;
  readonly host: Host;
  readonly via: "create" | "software" | "chooser";
};

/** Beyond this, servers and browsers cut an address; then there is still the copy button. */
const LONGEST = 6000;
/** Mastodon's own page for posting from anywhere. It keeps the servers that were named in the browser alone. */
const CHOOSER = "share.joinmastodon.org";

/** Opens the composer of one's own server, the text in it. Nothing is posted by opening it. */
export function composeLink(at: ComposeAt, text: string): ComposeLink | null {
  const webHost = at.webHost ?? at.host;
  const hosts = [at.host, webHost];
  const own = at.composer ? linkFrom(at.composer.template, text, [at.composer.host], "create") : null;
  const known = own ?? (at.path ? linkFrom(`https://${webHost}${at.path}`, text, hosts, "software") : null);
  return known ?? (at.unread ? chooserFor(text) : null);
}

/** The text is behind the #, which browsers send to nobody. */
function chooserFor(text: string): ComposeLink | null {
  const url = `https://${CHOOSER}/#text=${encodeURIComponent(text)}`;
  return url.length <= LONGEST ? { url, host: CHOOSER, via: "chooser" } : null;
}

function linkFrom(template: string, text: string, hosts: readonly Host[], via: ComposeLink["via"]): ComposeLink | null {
  const url = fillIntent(template, { content: text });
  const safe = url ? safeIntent(url, { hosts, longest: LONGEST }) : null;
  return safe ? { url: safe.href, host: safe.hostname, via } : null;
}
