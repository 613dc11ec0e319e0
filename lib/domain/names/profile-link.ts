import { type HostError, parseHost } from "./host.ts";
import type { Host } from "./spellings.ts";

/** What a link to a profile or a post says about whose it is. */
export type Link =
  | {
      readonly ok: true;
      readonly host: Host;
      readonly user?: string;
      readonly from: "profile" | "post" | "viewer";
      readonly opaque?: boolean;
    }
  | { readonly ok: false; readonly error: { readonly code: "host"; readonly why: HostError } };

// Folders before a name, over all softwares: `/users/ada`, `/u/ada`, `/profile/ada`, `/a/ada/video-channels`.
const FOLDERS = new Set(["users", "user", "u", "profile", "c", "a", "accounts", "channel", "author", "people", "m"]);
// Before these a number is the server's own key and says no name.
const BY_NUMBER = /^\d{1,25}$/;
const PAGES = new Set("about explore home public search settings share login local notifications web deck".split(" "));

/** `rest` is the link without its scheme. Viewers show one server's people under another one's address: the last pair wins. */
export function readLink(rest: string): Link {
  const cut = rest.search(/[/?#]/);
  const head = cut < 0 ? rest : rest.slice(0, cut);
  const [credentials, authority] = head.includes("@") ? splitLast(head, "@") : [undefined, head];
  const parsed = parseHost(authority);
  if (!parsed.ok) return { ok: false, error: { code: "host", why: parsed.why } };
  const segments = cut < 0 ? [] : readSegments(rest.slice(cut));
  if (credentials && segments.length === 0) return profile(parsed.host, credentials.split(":")[0] ?? "");
  return fromPair(segments) ?? fromAtName(parsed.host, segments) ?? fromFolder(parsed.host, segments);
}

/** Path and fragment alike: apps in the browser keep their own path behind the `#`. An anchor and a query hold no name. */
function readSegments(tail: string): readonly string[] {
  const [before = "", after = ""] = tail.split("#", 2);
  const paths = [before, /^[!/@]/.test(after) ? after : ""].map((part) => part.split("?")[0] ?? "");
  return paths
    .flatMap((path) => path.split("/"))
    .map(decode)
    .filter((part) => part !== "" && part !== "!");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function fromPair(segments: readonly string[]): Link | null {
  const at = segments.findLastIndex((segment) => /^@?[^@]+@[^@]+$/.test(segment));
  const [user, hostText] = splitLast((segments[at] ?? "").replace(/^@/, ""), "@");
  const parsed = parseHost(hostText);
  return at >= 0 && parsed.ok ? { ok: true, host: parsed.host, user, from: "viewer" } : null;
}

function fromAtName(host: Host, segments: readonly string[]): Link | null {
  const at = segments.findLastIndex((segment) => /^@[^@]+$/.test(segment));
  if (at < 0) return null;
  const user = (segments[at] ?? "").slice(1);
  const viewed = hostBefore(segments, at);
  if (viewed) return { ok: true, host: viewed, user, from: "viewer" };
  return { ok: true, host, user, from: at + 1 < segments.length ? "post" : "profile" };
}

function fromFolder(host: Host, segments: readonly string[]): Link {
  const at = segments.findIndex((segment, index) => FOLDERS.has(segment) && index + 1 < segments.length);
  if (at < 0) return fromOnly(host, segments);
  const user = segments[at + 1] ?? "";
  const owner = hostBefore(segments, at) ?? host;
  const viewed = owner !== host;
  if (BY_NUMBER.test(user)) return { ok: true, host: owner, from: viewed ? "viewer" : "profile", opaque: true };
  return { ok: true, host: owner, user, from: viewed ? "viewer" : at + 2 < segments.length ? "post" : "profile" };
}

/** Some softwares serve a profile right below the root. */
function fromOnly(host: Host, segments: readonly string[]): Link {
  const [only, ...others] = segments;
  if (only === undefined || others.length > 0 || PAGES.has(only)) return { ok: true, host, from: "profile" };
  return profile(host, only);
}

/** A segment before the name that is itself a server: `viewer.example/far.example/@ada`. */
function hostBefore(segments: readonly string[], at: number): Host | null {
  const parsed = parseHost(segments[at - 1] ?? "");
  return parsed.ok ? parsed.host : null;
}

const profile = (host: Host, user: string): Link => ({ ok: true, host, user, from: "profile" });

function splitLast(text: string, by: string): [string, string] {
  const at = text.lastIndexOf(by);
  return [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
}
