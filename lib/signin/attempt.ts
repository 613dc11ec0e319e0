import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Tick, TokenUse } from "#lib/domain/ports/tokens.ts";
import type { Client } from "./oauth.ts";
import type { Places } from "./places.ts";

/** Somebody on the way to the own server: all that the way back has to fit. */
type OnTheWay = {
  readonly host: string;
  readonly back: string;
  readonly rights: readonly string[];
  /** Of the cookie in the browser that set out: somebody else's browser does not come back for it. */
  readonly binder: string;
};
type ByOAuth = {
  readonly flow: "oauth";
  readonly places: Places;
  readonly client: Client;
  readonly verifier: string;
  readonly revokes: boolean;
  readonly revokesAll?: true;
};
type ByMiAuth = { readonly flow: "miauth"; readonly session: string };

/** The owner of one of a check's two accounts. */
export type Attempt = OnTheWay & {
  readonly use: TokenUse;
  /** Its owner wants it kept through a move. */
  readonly keeps: boolean;
  readonly ticks: readonly Tick[];
  readonly acct: string;
} & (ByOAuth | ByMiAuth);

/** A follower, from a page for followers: nothing is known of him but the server that he has named. */
export type LookAttempt = OnTheWay & { readonly use: "look"; readonly from: LookFrom } & (ByOAuth | ByMiAuth);
export type LookFrom = {
  /** Of the page, and the language that stood in its address. */
  readonly token: string;
  readonly language?: string;
  /** The domain in the handles of the server that answers at `host`. */
  readonly server: string;
};

export const ATTEMPT_MINUTES = 15;

export const random = (): string => randomBytes(32).toString("base64url");
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** One cookie for each attempt, so that two tabs do not take each other's. */
export const cookieOf = (stateHash: string): string => `signin_${stateHash.slice(0, 10)}`;

export function fits({ host, binder }: OnTheWay, at: string, held: string | undefined): boolean {
  const given = Buffer.from(hashOf(held ?? ""));
  const kept = Buffer.from(binder);
  return host === at && held !== undefined && given.length === kept.length && timingSafeEqual(given, kept);
}
