import { expect, test } from "vitest";
import type { Gate, Reply } from "#lib/domain/ports/gate.ts";
import { processMemory } from "#lib/net/memory.ts";
import { openAvatars } from "./avatars.ts";

const png = (side: number) => {
  const bytes = Buffer.alloc(24);
  bytes.write("\x89PNG\r\n\x1a\n", "latin1");
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  return new Uint8Array(bytes);
};
const PNG = png(400);
const AT = "2026-11-20T10:00:00Z";
const picture: Reply = { ok: true, status: 200, url: "https://a.example/a.png", headers: {}, body: PNG, at: AT };

/** Answers with one reply after another, and with the last for good; the clock stands where `wait` puts it. */
function pictures(...replies: readonly Reply[]) {
  let now = Date.parse(AT);
  let asked = 0;
  const gate = { ask: async () => replies[Math.min(asked++, replies.length - 1)] } as unknown as Gate;
  const avatars = openAvatars(
    gate,
    processMemory(() => new Date(now)),
    "secret",
  );
  const signed = avatars.pathOf("https://a.example/a.png").split("/").at(-1) ?? "";
  return {
    read: () => avatars.read(signed),
    asked: () => asked,
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

test("a picture is fetched once a day", async () => {
  const { read, asked, wait } = pictures(picture);
  expect(await read()).toMatchObject({ type: "image/png" });
  wait(60);
  expect(await read()).toMatchObject({ type: "image/png" });
  expect(asked()).toBe(1);
});

test("a picture that is not there is not asked for again within the hour", async () => {
  const { read, asked, wait } = pictures({ ...picture, status: 404 }, picture);
  expect(await read()).toBeNull();
  wait(30);
  expect(await read()).toBeNull();
  expect(asked()).toBe(1);
});

test("a picture for which we had no request left is asked for again soon", async () => {
  const { read, wait } = pictures({ ok: false, why: "over-budget", at: AT }, picture);
  expect(await read()).toBeNull();
  wait(2);
  expect(await read()).toMatchObject({ type: "image/png" });
});

test.each([
  ["small", PNG, true],
  ["of a hundred million points", png(10_000), false],
  ["of no size", png(0), false],
  ["of many bytes", Buffer.concat([PNG, Buffer.alloc(300 * 1024)]), false],
  ["that ends before its size", PNG.subarray(0, 18), false],
])("a picture %s is shown: %#", async (_, body, shown) => {
  expect((await pictures({ ...picture, body }).read()) !== null).toBe(shown);
});
