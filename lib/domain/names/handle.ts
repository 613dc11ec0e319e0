import { defined } from "#lib/flow/defined.ts";
import { displayHost, type HostError, hasDisguisedDigits, parseHost } from "./host.ts";
import { readLink } from "./profile-link.ts";
import type { Acct, Host } from "./spellings.ts";
import { LONGEST, tidy } from "./typed-text.ts";

export type Handle = { readonly user: string; readonly host: Host; readonly acct: Acct };

export type HandleError =
  | { readonly code: "empty" | "syntax" | "no-user" }
  /** A name without its server. */
  | { readonly code: "no-server"; readonly user: string }
  /** A server without a name: enough where only the server matters. */
  | { readonly code: "bare-host"; readonly host: Host }
  | { readonly code: "host"; readonly why: HostError }
  /** A provider of e-mail runs no server of the fediverse. */
  | { readonly code: "email"; readonly host: Host }
  | { readonly code: "other-network"; readonly network: "bluesky" | "x"; readonly bridged?: Acct }
  /** A link that names the account by number: only its server can say who that is. */
  | { readonly code: "opaque-link"; readonly host: Host; readonly url: string };

/** `from` says that the handle was taken out of more than a handle, so that the page can say so too. */
export type ParsedHandle =
  | { readonly ok: true; readonly handle: Handle; readonly from?: "profile" | "post" | "viewer" }
  | { readonly ok: false; readonly error: HandleError };

// Softwares differ in what a name may hold; a dot at either end is punctuation of the text around it.
const USER = /^[\p{L}\p{N}_~+-](?:[\p{L}\p{N}_.~+-]{0,253}[\p{L}\p{N}_~+-])?$/u;

const EMAIL_PROVIDERS = new Set(
  (
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com " +
    "gmx.de gmx.net gmx.com web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com " +
    "fastmail.com zoho.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com naver.com orange.fr free.fr laposte.net libero.it"
  ).split(" "),
);
const X_HOSTS = new Set(["twitter.com", "x.com", "mobile.twitter.com", "www.twitter.com", "www.x.com"]);
const BLUESKY = /(?:^|\.)(?:bsky\.social|bsky\.app)$/;
const BLUESKY_BRIDGE = "bsky.brid.gy";

/** Every way in which people write or paste an address, as one handle. Never throws. */
export function parseHandle(text: string): ParsedHandle {
  const typed = tidy(text);
  if (hasDisguisedDigits(text.slice(0, LONGEST))) return refuse({ code: "syntax" });
  if (typed === "") return refuse({ code: "empty" });
  if (typed.length > LONGEST) return refuse({ code: "syntax" });
  const scheme = /^(?:https?|web\+ap):\/\//i.exec(typed);
  if (scheme) return fromLink(typed.slice(scheme[0].length));
  const bare = typed.replace(/^acct:(?:\/\/)?/i, "").replace(/^@+/, "");
  if (bare.includes("/")) return fromLink(bare);
  return fromText(mended(bare), typed.startsWith("@"));
}

/** Slips and habits: `alice @ old.test`, `alice@@old.test`, `Alice (@alice@old.test)`, `Alice <alice@old.test>`. */
function mended(bare: string): string {
  const [first = "", ...others] = bare.split("@");
  // A name for people before the handle ends with a space or a bracket; what is glued to it belongs to an address.
  const parts = (/[\s(<[]$/.test(first) && others.length > 1 ? others : [first, ...others])
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [user = "", host, ...more] = parts;
  if (host === undefined || more.length > 0) return bare;
  return `${user.split(/[(<[]/).at(-1)?.trim()}@${host}`;
}

// The spaces around it are cut with all else that surrounds an address.
const BETWEEN = /->|→|⇒|=>|➡\ufe0f?|[\n\r,;]|\s\|\s|\s(?=@|https?:)/u;

/** Old and new pasted together: two lines, or one with an arrow. */
export function parseHandles(text: string): readonly ParsedHandle[] {
  return text
    .slice(0, 2 * LONGEST)
    .split(BETWEEN)
    .filter((part) => tidy(part) !== "")
    .map(parseHandle);
}

export const formatHandle = (handle: Handle): string => `@${handle.user}@${handle.host}`;
/** For reading: the host in its own script where that misleads nobody. */
export const displayHandle = (handle: Handle): string => `@${handle.user}@${displayHost(handle.host).shown}`;

/** An address as a server lists it: without a host it is one of the server's own. Null where it is none. */
export function readAcct(text: string, servedBy: Host): Acct | null {
  if (text.length > LONGEST) return null;
  const [user = "", host, ...rest] = text.normalize("NFKC").replace(/^@/, "").split("@");
  if (rest.length > 0) return null;
  const made = makeHandle(user, host ?? servedBy);
  return made.ok ? made.handle.acct : null;
}

function fromText(text: string, atFirst: boolean): ParsedHandle {
  const [user = "", ...hosts] = text.split("@");
  if (hosts.length > 1) return refuse({ code: "syntax" });
  const host = hosts[0];
  if (host !== undefined) return user === "" ? refuse({ code: "no-user" }) : makeHandle(user, host);
  if (BLUESKY.test(user)) return otherNetwork("bluesky", user);
  const parsed = parseHost(user);
  if (parsed.ok && !atFirst) return withoutUser(parsed.host);
  if (USER.test(user)) return refuse({ code: "no-server", user });
  return refuse({ code: "syntax" });
}

function fromLink(rest: string): ParsedHandle {
  const found = readLink(rest);
  if (!found.ok) return refuse(found.error);
  if (X_HOSTS.has(found.host)) return otherNetwork("x");
  if (BLUESKY.test(found.host)) return otherNetwork("bluesky", found.user);
  if (found.opaque) return refuse({ code: "opaque-link", host: found.host, url: `https://${rest}` });
  if (found.user === undefined) return refuse({ code: "bare-host", host: found.host });
  const made = makeHandle(found.user, found.host);
  return made.ok ? { ...made, from: found.from } : made;
}

/** The end of an e-mail address alone is no server of the fediverse either. */
function withoutUser(host: Host): ParsedHandle {
  if (EMAIL_PROVIDERS.has(host)) return refuse({ code: "email", host });
  return X_HOSTS.has(host) ? otherNetwork("x") : refuse({ code: "bare-host", host });
}

function makeHandle(user: string, hostText: string): ParsedHandle {
  const parsed = parseHost(hostText);
  if (!parsed.ok)
    return refuse(parsed.why === "empty" ? { code: "no-server", user } : { code: "host", why: parsed.why });
  const { host } = parsed;
  // Lower-casing can leave letters that are none, so the name has to hold both ways.
  if (!USER.test(user) || !USER.test(user.toLowerCase())) return refuse({ code: "syntax" });
  if (EMAIL_PROVIDERS.has(host)) return refuse({ code: "email", host });
  if (X_HOSTS.has(host)) return otherNetwork("x");
  if (BLUESKY.test(host)) return otherNetwork("bluesky");
  return { ok: true, handle: { user, host, acct: `${user.toLowerCase()}@${host}` } };
}

function otherNetwork(network: "bluesky" | "x", name?: string): ParsedHandle {
  const bridged = network === "bluesky" && name ? readAcct(name, BLUESKY_BRIDGE) : null;
  return refuse({ code: "other-network", network, ...defined({ bridged }) });
}

const refuse = (error: HandleError): ParsedHandle => ({ ok: false, error });
