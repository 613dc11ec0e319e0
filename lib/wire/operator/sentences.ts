import type { Config } from "#lib/config.ts";
import { isReachable } from "../reachable.ts";

/** What a status means that answers a signed request: the same three as in the log and the figures. */
export function meaningOf(status: number): string {
  if (status === 401) return "Our signature, or what stands at our address, was not accepted.";
  if (status === 403) return "Our host is blocked there, or is not among those it talks to.";
  return "It could not reach us, or failed while it tried.";
}

/** What is wrong with the address of this copy, and what cannot be read because of it. */
export function addressProblems({ publicUrl, routes }: Pick<Config, "publicUrl" | "routes">): readonly string[] {
  if (isReachable(publicUrl, routes)) return [];
  const isHttps = publicUrl.startsWith("https:");
  return [
    isHttps
      ? `PUBLIC_URL is ${publicUrl}, a name that other servers cannot reach.`
      : `PUBLIC_URL is ${publicUrl}, which is not https.`,
    "Nothing is signed, for nobody could fetch our key. Servers that want signatures show us nothing: every GoToSocial, and Mastodon where its admin has switched on secure mode. Their lists of followers, their accounts and what they block stay unknown.",
    ...(isHttps ? [] : ["Signing in works only with servers that take an address of your own machine."]),
  ];
}
