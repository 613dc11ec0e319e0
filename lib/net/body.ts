import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { Stopped } from "./failure.ts";

export type Cap = {
  readonly bytes: number;
  /** What is too long is cut off instead of refused: the beginning is of use. */
  readonly cut: boolean;
};

type Options = { readonly maxOutputLength: number };
type Decode = (bytes: Buffer, options: Options) => Promise<Buffer>;

const plainInflate: Decode = promisify(inflate);
const rawInflate: Decode = promisify(inflateRaw);
/** Half of all servers send bare deflate under this name; the first byte tells. */
const deflate: Decode = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? plainInflate(bytes, options) : rawInflate(bytes, options);

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate,
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};
export const ACCEPT_ENCODING = "gzip, br, zstd, deflate";
/** Nobody compresses more than once but to do harm. */
const MOST_ENCODINGS = 1;

/** Reads to the cap and not a chunk further; leaving the loop hangs up. */
export async function readCapped(
  body: AsyncIterable<Buffer>,
  announced: string | undefined,
  cap: Cap,
): Promise<Buffer> {
  if (Number(announced) > cap.bytes && !cap.cut) throw new Stopped("too-large");
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= cap.bytes) continue;
    if (!cap.cut) throw new Stopped("too-large");
    break;
  }
  return Buffer.concat(chunks).subarray(0, cap.bytes);
}

/** Bytes are counted while a body is unpacked: a small one that unpacks to gigabytes is dropped at the cap. */
export async function decode(bytes: Buffer, encoding: string | undefined, cap: Cap): Promise<Buffer> {
  const names = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const coded = names.filter((name) => name !== "" && name !== "identity");
  const [name] = coded;
  if (name === undefined || bytes.length === 0) return bytes;
  const unpack = DECODERS[name];
  if (!unpack || coded.length > MOST_ENCODINGS) throw new Stopped("bad-json");
  return unpack(bytes, { maxOutputLength: cap.bytes });
}
