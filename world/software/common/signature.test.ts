import { expect, it } from "vitest";
import { signedAt } from "#testing/in-world.ts";
import { isSigned } from "./signature.ts";

const now = Date.parse("2026-11-20T12:00:00Z");
const cavage = signedAt(now);
const value = cavage.signature ?? "";

it("takes a signature that could be checked", () => {
  expect(isSigned(cavage, now)).toBe(true);
  const rfc = 'sig1=("@method" "@target-uri");created=1763640000;keyid="https://asker.test/actor#main-key"';
  expect(isSigned({ "signature-input": rfc, signature: "sig1=:AAAA:" }, now)).toBe(true);
});

it.each<[string, Readonly<Record<string, string>>]>([
  ["none at all", {}],
  ["an old one", signedAt(now - 86_400_000)],
  ["one without a date", { signature: value }],
  ["one of an unknown key", { ...cavage, signature: value.replace(/keyId="[^"]+"/, 'keyId="me"') }],
  ["one that leaves out the host", { ...cavage, signature: value.replace(" host", "") }],
  ["one without a value", { ...cavage, signature: value.replace(/,signature=.*/, "") }],
  ["one that covers no address", { "signature-input": 'sig1=("@method");keyid="https://asker.test/actor"' }],
])("refuses %s", (_, headers) => {
  expect(isSigned(headers, now)).toBe(false);
});
