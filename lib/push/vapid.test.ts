import { expect, it } from "vitest";
import { openPushService } from "#world/push/push-service.ts";
import { encrypt } from "./encrypt.ts";
import { makePushKey, openVapid } from "./vapid.ts";

const NOW = Date.parse("2026-11-20T12:00:00.000Z");
const HOUR = 3_600_000;
const CONTACT = "https://housewarming.example/bot";

const own = openVapid(makePushKey(), CONTACT);
const service = openPushService("push.test", () => NOW);
const browser = service.subscribe(own.publicKey);
const USUAL = { "content-encoding": "aes128gcm", ttl: "60" };
const answerTo = (authorization: string, headers: object = USUAL, body = encrypt('"hello"', browser)) =>
  service.answer(new URL(browser.endpoint).pathname, { ...headers, authorization }, Buffer.from(body));

it("tells a push service that the one writes for whom the browser subscribed", () => {
  expect(answerTo(own.authorization(browser.endpoint, new Date(NOW)))).toBe(201);
  expect(service.told.at(-1)?.notice).toBe("hello");
});

it.each<[string, () => number, number]>([
  [
    "another copy",
    () => answerTo(openVapid(makePushKey(), CONTACT).authorization(browser.endpoint, new Date(NOW))),
    403,
  ],
  ["a token for another service", () => answerTo(own.authorization("https://other.test/x", new Date(NOW))), 403],
  ["an old token", () => answerTo(own.authorization(browser.endpoint, new Date(NOW - 13 * HOUR))), 403],
  ["a token from later", () => answerTo(own.authorization(browser.endpoint, new Date(NOW + 13 * HOUR))), 403],
  ["no contact", () => answerTo(openVapid(makePushKey(), "").authorization(browser.endpoint, new Date(NOW))), 403],
  ["no token", () => answerTo("vapid"), 403],
  ["no time to live", () => answerTo(own.authorization(browser.endpoint, new Date(NOW)), {}), 400],
  ["nobody there", () => service.answer("/to/nobody", USUAL, Buffer.alloc(0)), 404],
])("%s is refused", (_, answer, status) => {
  expect(answer()).toBe(status);
});

it("is the same key from start to start, and as long as browsers want it", () => {
  const key = makePushKey();
  expect(openVapid(key, CONTACT).publicKey).toBe(openVapid(key, CONTACT).publicKey);
  expect(Buffer.from(own.publicKey, "base64url")).toHaveLength(65);
});
