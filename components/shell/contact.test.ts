import { expect, test } from "vitest";
import { addressOf } from "./contact.tsx";

test.each([
  ["https://people.example/imprint", "https://people.example/imprint"],
  ["ana@people.example", "mailto:ana@people.example"],
  ["mailto:ana@people.example", "mailto:ana@people.example"],
  ["@ana@people.example", undefined],
  ["javascript:alert(1)", undefined],
  ["javascript:a@people.example", undefined],
  ["Ana, of the people at people.example", undefined],
])("a contact of %s leads to %s", (text, href) => expect(addressOf(text)).toBe(href));
