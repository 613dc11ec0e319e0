import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 144 bits, in letters that need no escaping in a link. */
const random = (): string => randomBytes(18).toString("base64url");

export const newId = random;
export const newKey = random;

/** A key is as good as a password with 144 bits of its own: no salt, no slow hash, but never kept in clear. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("base64url");

export function sameKey(key: string, keyHash: string): boolean {
  const given = Buffer.from(hashKey(key));
  const kept = Buffer.from(keyHash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
