import { createHash, createHmac, randomBytes } from "node:crypto";

const LENGTH = 22; // of 64 letters: 132 bits

export const newNonce = (): string => randomBytes(16).toString("base64url");

/**
 * The page's address is a secret like a key, so only its hash is kept. Its owner must be able to see it again, so it
 * is made from the check, a nonce and a secret that never stands in the database; a new nonce makes another address.
 */
export function makeToken(secret: string, checkId: string, nonce: string): string {
  return createHmac("sha256", secret).update(`share\n${checkId}\n${nonce}`).digest("base64url").slice(0, LENGTH);
}

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** What cannot be a token is answered like an unknown one, without asking the store. */
export const looksLikeToken = (text: string): boolean => /^[\w-]{22}$/.test(text);
