import { expect, test } from "vitest";
import { serverOf, splitAcct, userOf } from "./acct.ts";

test.each([
  ["bo@far.example", "bo", "far.example"],
  ["b@o@far.example", "b@o", "far.example"],
  ["far.example", "", "far.example"],
])("%s is %s at %s", (acct, user, host) => {
  expect(splitAcct(acct)).toEqual([user, host]);
  expect([userOf(acct), serverOf(acct)]).toEqual([user, host]);
});
