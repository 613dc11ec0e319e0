import { expect, it } from "vitest";
import { ownFile } from "./own-files.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const read = (path: string) => ownFile(path, { publicUrl: "https://house.example" }, NOW);

it("keeps crawlers away from checks and calls", () => expect(read("/robots.txt")).toContain("Disallow: /check/\n"));

it("says where to report a hole, until a day to come", () => {
  const text = read("/.well-known/security.txt") ?? "";
  expect(text).toContain("Contact: https://house.example/bot\n");
  expect(Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "")).toBeGreaterThan(NOW.getTime());
});

it("has no other files", () => expect(read("/robots.txt/x")).toBeUndefined());

it.each([
  ["ana@people.example", "mailto:ana@people.example"],
  ["https://people.example/imprint", "https://people.example/imprint"],
  ["Ana and her friends\nContact: javascript:x", "https://house.example/bot"],
])("names the operator where %j is an address to write to", (contact, shown) =>
  expect(ownFile("/security.txt", { publicUrl: "https://house.example", contact }, NOW)).toContain(
    `Contact: ${shown}\n`,
  ),
);
