import { createHash } from "node:crypto";
import type { PushInput } from "#lib/contract/push.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import { type BrowserKeys, isBrowserKey } from "./encrypt.ts";

/** As it is kept, sealed. */
export type Subscription = BrowserKeys & { readonly endpoint: string; readonly language?: string | undefined };

/** By this a browser finds its own one again: whoever knows the address knows it. */
export const deviceOf = (endpoint: string): string => createHash("sha256").update(endpoint).digest("base64url");

/** Null: nothing can be sent there. Whether its address is a public one is judged by the gate whenever it is used. */
export function readSubscription({ endpoint, p256dh, auth, language }: PushInput): Subscription | null {
  const url = URL.parse(endpoint);
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") return null;
  return parseHost(url.hostname).ok && isBrowserKey(p256dh) ? { endpoint, p256dh, auth, language } : null;
}
