import { expect, it } from "vitest";
import type { LookAttempt } from "./attempt.ts";
import { isOf } from "./look.ts";

const attempt = { host: "social.far.example", from: { token: "t", server: "far.example" } } as LookAttempt;

it.each([
  ["an account of the host that was asked", "https://social.far.example/users/bo", true],
  ["one whose address has the domain of its handle", "https://far.example/users/bo", true],
  ["one whose server does not say its address", undefined, true],
  ["an account of another server", "https://near.example/users/bo", false],
  ["a host below it", "https://evil.far.example/users/bo", false],
  ["no address at all", "bo", false],
])("is somebody of the server that was asked: %s", (_, uri, expected) => {
  expect(isOf({ id: "1", user: "bo", ...(uri ? { uri } : {}) }, attempt)).toBe(expected);
});
