import { describe, expect, it } from "vitest";
import { addressesIn } from "./addresses-in.ts";

describe("the addresses in a file of those whom one follows", () => {
  it.each([
    [
      "Mastodon’s own",
      'Account address,Show boosts,Notify on new posts,Languages\nbo@far.example,true,false,\ncy@near.example,true,false,"de, en"\n',
      ["bo@far.example", "cy@near.example"],
    ],
    ["one with a mark, quotes and other ends of lines", '\ufeff"@bo@far.example",true\r\n', ["@bo@far.example"]],
    ["a plain list", "bo@far.example\n\ncy@near.example", ["bo@far.example", "cy@near.example"]],
    ["a table with the address in another column", "Bo;bo@far.example;1", ["bo@far.example"]],
    ["a table that names its columns", "Name;Address\nbo@home;bo@far.example\n", ["bo@far.example"]],
    ["nothing of the kind", "no address\nanywhere", []],
    ["a line that is no line", `${"x".repeat(5_000)}@far.example\nbo@far.example`, ["bo@far.example"]],
  ])("%s", (_, text, found) => expect(addressesIn(text)).toEqual(found));

  it("ends behind as many as are taken", () =>
    expect(addressesIn("bo@far.example\n".repeat(30_000))).toHaveLength(20_001));
});
