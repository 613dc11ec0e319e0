import fc from "fast-check";
import { expect, it } from "vitest";
import { pictureSize } from "./picture-size.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)))),
  );
const zeros = (count: number) => Array.from({ length: count }, () => 0);

it.each([
  ["image/png", bytes("\x89PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", [0, 0, 1, 0x90, 0, 0, 0, 200])],
  ["image/gif", bytes("GIF89a", [0x90, 1, 200, 0])],
  ["image/jpeg", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 9, 9, 0xff, 0xc2, 0, 11, 8, 0, 200, 1, 0x90])],
  ["image/webp", bytes("RIFF", zeros(4), "WEBPVP8X", zeros(8), [0x8f, 1, 0, 199, 0, 0])],
  ["image/webp", bytes("RIFF", zeros(4), "WEBPVP8 ", zeros(10), [0x90, 1, 200, 0])],
  ["image/webp", bytes("RIFF", zeros(4), "WEBPVP8L", zeros(4), [0x2f, 0x8f, 0xc1, 0x31, 0])],
  ["image/avif", bytes(zeros(4), "ftypavif", zeros(20), "ispe", zeros(4), [0, 0, 1, 0x90, 0, 0, 0, 200])],
])("reads the size of %s: %#", (type, head) => expect(pictureSize(type, head)).toEqual({ width: 400, height: 200 }));

it.each([
  ["image/png", bytes("\x89PNG\r\n")],
  ["image/jpeg", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff])],
  ["image/jpeg", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4])],
  ["image/webp", bytes("RIFF", zeros(4), "WEBPXXXX", zeros(20))],
  ["image/avif", bytes(zeros(4), "ftypavif", zeros(40))],
  ["image/svg+xml", bytes("<svg>")],
])("says nothing of %s without one: %#", (type, head) => expect(pictureSize(type, head)).toBeNull());

const TYPES = ["image/png", "image/gif", "image/jpeg", "image/webp", "image/avif"];
const HEADS = [
  "\x89PNG\r\n\x1a\n",
  "GIF89a",
  "\xff\xd8\xff",
  "RIFF\0\0\0\0WEBPVP8X",
  "RIFF\0\0\0\0WEBPVP8L",
  "\0\0\0 ftypavif",
  "ispe",
];
it("says a size or nothing of any bytes, in no time", () => {
  const pieces = fc.oneof(
    fc.constantFrom(...HEADS).map((head) => bytes(head)),
    fc.uint8Array({ maxLength: 60 }),
  );
  const pictures = fc.array(pieces, { maxLength: 6 }).map((parts) => new Uint8Array(Buffer.concat(parts)));
  fc.assert(
    fc.property(fc.constantFrom(...TYPES), pictures, (type, picture) => {
      const size = pictureSize(type, picture);
      if (size) expect([size.width, size.height].every((side) => Number.isSafeInteger(side) && side >= 0)).toBe(true);
    }),
    { numRuns: process.env.PROVE ? 50_000 : 1_000 },
  );
});

it.each(TYPES)("two megabytes of any one byte hold nobody up: %s", (type) => {
  const begun = process.cpuUsage().user;
  for (const byte of [0, 0xff, 0x69]) pictureSize(type, new Uint8Array(2 ** 21).fill(byte));
  for (const length of [0, 1, 2]) {
    const frames = new Uint8Array(2 ** 21);
    for (let at = 2; at < frames.length - 4; at += 2 + length) frames.set([0xff, 0xc4, 0, length], at);
    pictureSize(type, frames);
  }
  expect((process.cpuUsage().user - begun) / 1_000).toBeLessThan(1_000);
});
