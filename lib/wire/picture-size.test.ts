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
