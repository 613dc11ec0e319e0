import { describe, expect, it } from "vitest";
import { asksToolsAway } from "./no-bots.ts";

describe("a profile that asks tools to keep away", () => {
  it.each([
    "Knits. #nobot",
    "#NoBots please",
    '<p>Hi <a href="https://far.example/tags/nobot" rel="tag">#<span>nobot</span></a></p>',
    "#nohousewarming",
  ])("%s", (text) => expect(asksToolsAway([undefined, text])).toBe(true));

  it.each([undefined, "", "I write about #nobotany", "nobot", "#robot"])("not so: %s", (text) =>
    expect(asksToolsAway([text])).toBeUndefined(),
  );

  it("takes no time over text made to cost some", () => {
    const started = performance.now();
    expect(asksToolsAway(["#<".repeat(500_000)])).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
