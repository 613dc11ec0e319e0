import type { Follow } from "#lib/contract/share.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { fillIntent, safeIntent } from "#lib/domain/names/intent.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import type { FollowWay } from "#lib/software/follow-way.ts";

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
  /** What is known of the software's follow page; `path` is below the web host: `/authorize_interaction?uri={uri}`. */
  readonly way?: FollowWay;
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
  const { path, forPeople, missing } = from.way ?? {};
  const byHand: Follow = { kind: "manual", ...defined({ software: from.software }) };
  // Its WebFinger may name a page all the same, where nobody could follow.
  if (forPeople === false || missing) return byHand;
  const offered = RELS.flatMap(([rel, via]) =>
    from.templates.filter((link) => link.rel.toLowerCase() === rel).map(({ template }) => ({ template, via })),
  );
  const own = path ? [{ template: `https://${from.webHost ?? from.host}${path}`, via: "software" }] : [];
  for (const { template, via } of [...offered, ...own]) {
    const url = safeUrl(template, from, target);
    if (url) return { kind: "link", url: url.href, host: url.hostname, via };
  }
  return byHand;
}

function safeUrl(template: string, from: FollowFrom, target: FollowTarget): URL | null {
  const { back: _, ...whom } = target;
  const address = addressFor(from, target);
  if (address === undefined) return null;
  // A template with a place for the way back alone leads to nobody.
  const url = fillIntent(template, valuesFor(whom, address)) && fillIntent(template, valuesFor(target, address));
  const hosts = [from.host, from.webHost, from.subjectHost].flatMap((host) => (host ? [host] : []));
  const { sameSite } = from;
  return url ? safeIntent(url, { hosts, longest: LONGEST, ...defined({ sameSite }) }) : null;
}

/**
 * What stands for the account. Mastodon's own dialog sends an address wherever somebody follows from, so that every
 * software takes one; BookWyrm and Pixelfed take nothing else.
 */
function addressFor({ way }: FollowFrom, { acct, uri, url }: FollowTarget): string | undefined {
  if (!way?.readsName) return uri ?? url ?? acct;
  const user = userOf(acct);
  // Of a name with a dot or a dash it would read a part, which may be somebody else's name.
  return /^\w+$/.test(user) ? [uri, url].find((one) => one?.endsWith(`/${user}`)) : undefined;
}

function valuesFor({ acct, back }: FollowTarget, address: string): Readonly<Record<string, string>> {
  return {
    ...{ object: address, uri: address, acct },
    ...(back === undefined ? {} : { "on-success": back, "on-cancel": back }),
  };
}
