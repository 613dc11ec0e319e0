import { crc32, deflateSync } from "node:zlib";
import { hash } from "../../make/hash.ts";
import type { Reply } from "./reply.ts";

const SIDE = 48;

/** A plain square in a colour of its own, as a real picture: apps fetch and check them. */
export function picture(of: string): Reply {
  const colour = hash(`picture ${of}`);
  const row = Buffer.alloc(1 + SIDE * 3);
  for (let at = 0; at < SIDE; at++) row.writeUIntBE(colour & 0xffffff, 1 + at * 3, 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2], 8); // eight bits, red green blue
  const rows = deflateSync(Buffer.concat(Array<Buffer>(SIDE).fill(row)));
  const bytes = Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
  return {
    status: 200,
    headers: { "content-type": "image/png", "cache-control": "max-age=315576000" },
    body: "",
    bytes,
  };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
