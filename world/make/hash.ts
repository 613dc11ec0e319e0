import { createHash } from "node:crypto";

/** 32 bits from a text: everything random in a world is a pure function of seed and name. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  return (value ^ (value >>> 15)) >>> 0;
}

/** From 0 up to, not including, 1. */
export const share = (text: string): number => hash(text) / 2 ** 32;

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
