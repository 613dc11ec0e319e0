import { describe, expect, it } from "vitest";
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
