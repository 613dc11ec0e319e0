import { createHmac, timingSafeEqual } from "node:crypto";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import { pictureSize, type Size } from "./picture-size.ts";

export type Picture = { readonly type: string; readonly bytes: Uint8Array };
export type Avatars = {
  /** A path of ours for a picture: the visitor's browser never asks the mover's server. */
  pathOf(url: string): string;
  /** Null: not signed by us, not there, or no picture. */
  read(signed: string): Promise<Picture | null>;
};

const DAY = 86_400_000;
const HOUR = DAY / 24;
const MINUTE = HOUR / 60;
const MOST_BYTES = 256 * 1024;
/** A picture is drawn at a few dozen points; its server keeps it at some hundred. */
const MOST_PIXELS_A_SIDE = 1_500;
/** By their first bytes. SVG is a program and no picture. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ["image/png", /^\x89PNG\r\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF.{4}WEBP/s],
  ["image/avif", /^.{4}ftypavi[fs]/s],
];

/** Only addresses that we signed are fetched: the route is no proxy for strangers. */
export function openAvatars(gate: Gate, memory: Memory, secret: string): Avatars {
  const sign = (address: string): string =>
    createHmac("sha256", secret).update(address).digest("base64url").slice(0, 32);
  return {
    pathOf(url) {
      const address = Buffer.from(url).toString("base64url");
      return `/api/avatars/${sign(address)}.${address}`;
    },
    async read(signed) {
      const [signature = "", address = ""] = signed.split(".");
      if (!isEqual(signature, sign(address))) return null;
      const url = URL.parse(Buffer.from(address, "base64url").toString());
      if (!url) return null;
      const { value } = await memory.once(memoryKey(url.hostname, `avatar/${address}`), () =>
        fetchPicture(gate, url.href),
      );
      return typeof value === "string" ? toPicture(Buffer.from(value, "base64")) : null;
    },
  };
}

async function fetchPicture(gate: Gate, url: string): Promise<{ value: string | null; ttlMs: number }> {
  const reply = await gate.ask({ url, as: "bytes", accept: "image/avif,image/webp,image/png,image/jpeg,image/gif" });
  // That our own budget was used up says nothing about the picture.
  if (!reply.ok && reply.why === "over-budget") return { value: null, ttlMs: MINUTE };
  const bytes = reply.ok && reply.status === 200 && reply.body instanceof Uint8Array ? reply.body : null;
  const picture = bytes && bytes.byteLength <= MOST_BYTES ? toPicture(bytes) : null;
  return picture ? { value: Buffer.from(picture.bytes).toString("base64"), ttlMs: DAY } : { value: null, ttlMs: HOUR };
}

function toPicture(bytes: Uint8Array): Picture | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const kind = KINDS.find(([, looks]) => looks.test(head));
  const size = kind ? pictureSize(kind[0], bytes) : null;
  return kind && size && isSmall(size) ? { type: kind[0], bytes } : null;
}

const isSmall = ({ width, height }: Size): boolean =>
  width > 0 && height > 0 && width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE;

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
