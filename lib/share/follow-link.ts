import type { Follow } from "#lib/contract/share.ts";
import type { Acct, Host } from "#lib/domain/evidence/evidence.ts";
import { fillIntent, safeIntent } from "#lib/domain/names/intent.ts";
import { defined } from "#lib/flow/defined.ts";

/** Whom to follow. */
export type FollowTarget = {
  readonly acct: Acct;
  readonly uri?: string;
  readonly url?: string;
  /** Where the follower's server leads back to, if its template has a place for that. Nothing depends on it. */
  readonly back?: string;
};

/** Where somebody's account is, as far as its server said. */
export type FollowFrom = {
  /** As typed. */
  readonly host: Host;
  /** The host that answers for it. */
  readonly webHost?: Host;
  /** Of WebFinger's subject. */
  readonly subjectHost?: Host;
  readonly templates: readonly { readonly rel: string; readonly template: string }[];
  readonly software?: string;
  /** The software's own follow page, below the web host: `/authorize_interaction?uri={uri}`. */
  readonly path?: string;
  readonly sameSite?: (one: Host, other: Host) => boolean;
};

/** What a server says itself comes first; of that, what leads to following straight away. */
const RELS = [
  ["https://w3id.org/fep/3b86/follow", "follow"],
  ["https://w3id.org/fep/3b86/object", "object"],
  ["http://ostatus.org/schema/1.0/subscribe", "subscribe"],
] as const;
const LONGEST = 2000;

/** The page on the follower's own server where following is confirmed, or the way by hand. */
export function followLink(from: FollowFrom, target: FollowTarget): Follow {
  const offered = RELS.flatMap(([rel, via]) =>
    from.templates.filter((link) => link.rel.toLowerCase() === rel).map(({ template }) => ({ template, via })),
  );
  const own = from.path ? [{ template: `https://${from.webHost ?? from.host}${from.path}`, via: "software" }] : [];
  for (const { template, via } of [...offered, ...own]) {
    const url = safeUrl(template, from, target);
    if (url) return { kind: "link", url: url.href, host: url.hostname, via };
  }
  return { kind: "manual", ...defined({ software: from.software }) };
}

function safeUrl(template: string, from: FollowFrom, target: FollowTarget): URL | null {
  const { back: _, ...whom } = target;
  // A template with a place for the way back alone leads to nobody.
  const url = fillIntent(template, valuesFor(whom)) && fillIntent(template, valuesFor(target));
  const hosts = [from.host, from.webHost, from.subjectHost].flatMap((host) => (host ? [host] : []));
  const { sameSite } = from;
  return url ? safeIntent(url, { hosts, longest: LONGEST, ...defined({ sameSite }) }) : null;
}

/** `object` is an object's address by its definition; the older ones take a handle everywhere, and people can read it. */
function valuesFor({ acct, uri, url, back }: FollowTarget): Readonly<Record<string, string>> {
  return {
    ...{ object: uri ?? url ?? acct, uri: acct, acct },
    ...(back === undefined ? {} : { "on-success": back, "on-cancel": back }),
  };
}
