import { describe, expect, it } from "vitest";
import { acctFromUri } from "./acct-from-uri.ts";
import { related } from "./related-hosts.ts";

describe("related", () => {
  it.each([
    ["old.example", "old.example", true],
    ["old.example", "web.old.example", true],
    ["web.old.example", "old.example", true],
    ["web.old.example", "api.old.example", true],
    ["old.example", "far.example", false],
    ["bold.example", "old.example", false],
    ["old.example", "example", false],
    ["a.b.old.example", "c.old.example", false],
  ])("%s and %s: %s", (one, other, expected) => {
    expect(related(one, other)).toBe(expected);
  });
});

describe("acctFromUri", () => {
  it.each([
    ["https://far.example/users/ada", "ada@far.example"],
    ["https://far.example/@Ada", "ada@far.example"],
    ["https://far.example/u/ada", "ada@far.example"],
    ["https://far.example/ada", "ada@far.example"],
    ["https://far.example/profile/ada/", "ada@far.example"],
    ["https://far.example/users/christopherjones", "christopherjones@far.example"],
    ["https://far.example/ap/users/116907", undefined],
    ["https://far.example/users/116907", undefined],
    ["https://far.example/users/att3akoty8ky0001", undefined],
    ["https://far.example/users/9abc1de2f3", undefined],
    ["https://far.example/users/01M7XFT67S0FMAP2F9VP8E8ZZT", undefined],
    ["https://far.example/actors/22e68541-25d8-4833-83d0-e2c25a790b28", undefined],
    ["https://far.example/users/ada/more", undefined],
    ["http://far.example/users/ada", undefined],
    ["https://127.0.0.1/users/ada", undefined],
    ["nonsense", undefined],
  ])("%s is %s", (uri, acct) => {
    expect(acctFromUri(uri)).toBe(acct);
  });
});
