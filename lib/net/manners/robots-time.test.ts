import { expect, test } from "vitest";
import { mayAsk, parseRobots } from "./robots.ts";

/** The best of three in processor time: what a busy machine adds is not the parser's. */
function time(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const begun = process.cpuUsage().user;
    run();
    return (process.cpuUsage().user - begun) / 1_000;
  });
  return Math.min(...times);
}

test("a robots.txt of 64 kB of any rules is read and kept to in no time", () => {
  const lines = ["User-agent: housewarming\n", "Disallow: /*a*b*c$\n", "Allow: /%41\n", "User-agent: *\nDisallow: /\n"];
  for (const line of lines) {
    const text = line.repeat(Math.ceil((64 * 1024) / line.length));
    const url = new URL(`https://far.example/api/v1/${"a".repeat(2_000)}`);
    expect(
      time(() => mayAsk(parseRobots(text), url, { mode: "polite", isCrawling: true })),
      line,
    ).toBeLessThan(process.env.PROVE ? 50 : 250);
  }
});
