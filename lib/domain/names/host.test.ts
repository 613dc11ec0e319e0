import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { displayHost, parseHost, withParents } from "./host.ts";
import { decodeLabel } from "./punycode.ts";

describe("parseHost", () => {
  it.each([
    ["old.example", "old.example"],
    [" Old.EXAMPLE ", "old.example"],
    ["old.example.", "old.example"],
    ["a.b.c.test", "a.b.c.test"],
    ["nobody.invalid", "nobody.invalid"],
    ["münchen.example", "xn--mnchen-3ya.example"],
    ["MÜNCHEN.example", "xn--mnchen-3ya.example"],
    ["xn--mnchen-3ya.example", "xn--mnchen-3ya.example"],
    ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
    ["old。example", "old.example"],
    ["ｏｌｄ.example", "old.example"],
    ["1.2.3.example", "1.2.3.example"],
    ["lan.local", "lan.local"],
  ])("reads %s as %s", (text, host) => {
    expect(parseHost(text)).toEqual({ ok: true, host });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["127.0.0.1", "address"],
    ["127.0.0.1.", "address"],
    ["127.1", "address"],
    ["2130706433", "address"],
    ["0x7f.1", "address"],
    ["0x7f000001", "address"],
    ["017700000001", "address"],
    ["１２７.0.0.1", "address"],
    ["127。0。0。1", "address"],
    ["①②⑦.0.0.1", "address"],
    ["256.256.256.256", "address"],
    ["1.2.3.4.5", "address"],
    ["[::1]", "address"],
    ["[::ffff:127.0.0.1]", "address"],
    ["localhost", "local"],
    ["a.localhost", "local"],
    ["LOCALHOST.", "local"],
    ["ｌocalhost", "local"],
    ["hidden.onion", "local"],
    ["server", "single-label"],
    ["old.example:443", "port"],
    ["old.example:8443", "port"],
    ["old.example：8443", "port"],
    ["old.example:", "port"],
    ["::1", "port"],
    ["old example", "syntax"],
    ["old.example/path", "syntax"],
    ["user@old.example", "syntax"],
    ["old..example", "syntax"],
    ["-old.example", "syntax"],
    ["old_one.example", "syntax"],
    ["old.e", "syntax"],
    ["%6fld.example", "syntax"],
    [`${"a".repeat(64)}.example`, "syntax"],
    [`${"a.".repeat(130)}example`, "syntax"],
  ])("refuses %s: %s", (text, why) => {
    expect(parseHost(text)).toEqual({ ok: false, why });
  });

  it("never throws, and what it accepts it accepts again unchanged", async () => {
    await assert(
      property(string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const parsed = parseHost(text);
        if (parsed.ok) expect(parseHost(parsed.host)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("displayHost", () => {
  it.each([
    ["old.example", "old.example"],
    ["xn--mnchen-3ya.example", "münchen.example"],
    ["xn--r8jz45g.xn--zckzah", "例え.テスト"],
    ["xn--e1afmkfd.example", "пример.example"],
    // "а" and "е" are Cyrillic here, the rest is Latin.
    ["xn--xample-2of.example", "xn--xample-2of.example"],
    // All Cyrillic, and it reads like a Latin word.
    ["xn--80ak6aa92e.example", "xn--80ak6aa92e.example"],
    ["xn--invalid-punycode-999999999.example", "xn--invalid-punycode-999999999.example"],
  ])("%s reads %s", (ascii, shown) => {
    expect(displayHost(ascii)).toEqual({ shown, ascii });
  });

  it("leads back to the same name", async () => {
    const letters = array(constantFrom("a", "é", "ü", "ж", "п", "の", "漢", "한", "א", "م", "1", "-"), {
      minLength: 1,
      maxLength: 12,
    });
    await assert(
      property(tuple(letters, letters), ([first, second]) => {
        const parsed = parseHost(`${first.join("")}.${second.join("")}.example`);
        if (parsed.ok) expect(parseHost(displayHost(parsed.host).shown)).toEqual(parsed);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("decodeLabel", () => {
  it.each([
    ["mnchen-3ya", "münchen"],
    ["r8jz45g", "例え"],
    ["n3h", "☃"],
    ["", ""],
    ["99999999999999", null],
    ["a-_", null],
    ["b", null],
  ])("%s is %s", (encoded, text) => {
    expect(decodeLabel(encoded)).toBe(text);
  });
});

describe("withParents", () => {
  it.each([
    ["a.b.example", ["a.b.example", "b.example", "example"]],
    ["b.example", ["b.example", "example"]],
  ])("%s", (host, names) => {
    expect(withParents(host)).toEqual(names);
  });
});
