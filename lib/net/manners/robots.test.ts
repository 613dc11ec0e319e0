import { describe, expect, test } from "vitest";
import { mayAsk, parseRobots, type RobotsMode } from "./robots.ts";

const BLOCKS = "/api/v1/instance/domain_blocks";
const may = (text: string, path: string, mode: RobotsMode = "polite"): boolean =>
  mayAsk(parseRobots(text), new URL(path, "https://far.example"), { mode, isCrawling: true });

const STOCK_MASTODON = `# See http://www.robotstxt.org/robotstxt.html

User-agent: GPTBot
Disallow: /

User-agent: *
Disallow: /media_proxy/
Disallow: /interact/
Disallow: ${BLOCKS}
`;

test("rules for everybody hold for crawlers, and to the letter for all", () => {
  const closed = (mode: RobotsMode) =>
    mayAsk(parseRobots("User-agent: *\nDisallow: /"), new URL("https://far.example/"), { mode, isCrawling: false });
  expect([closed("polite"), closed("strict")]).toEqual([true, false]);
});

describe("the stock Mastodon file", () => {
  test("keeps its block list from indexes, not from a person's question", () => {
    expect(may(STOCK_MASTODON, BLOCKS)).toBe(true);
    expect(may(STOCK_MASTODON, BLOCKS, "strict")).toBe(false);
  });

  test.each(["/api/v1/accounts/lookup?acct=a@b.example", "/nodeinfo/2.0", "/.well-known/webfinger?resource=acct:a"])(
    "leaves %s open in both modes",
    (path) => {
      expect([may(STOCK_MASTODON, path), may(STOCK_MASTODON, path, "strict")]).toEqual([true, true]);
    },
  );

  test("closes what it closes", () => {
    expect(may(STOCK_MASTODON, "/media_proxy/1")).toBe(false);
  });
});

describe("who is spoken to", () => {
  test.each([
    ["everybody, all", "User-agent: *\nDisallow: /", false],
    ["everybody, the API", "User-agent: *\nDisallow: /api/", false],
    ["us by name", "User-agent: Housewarming\nDisallow: /", false],
    ["us by name and version, in capitals", "USER-AGENT: HOUSEWARMING/1.0\nDISALLOW: /api/", false],
    ["us, the stock line included", `User-agent: Housewarming\nDisallow: ${BLOCKS}`, false],
    ["us among others", "User-agent: a\nUser-agent: housewarming\nUser-agent: b\nDisallow: /", false],
    ["us in two groups", "User-agent: housewarming\nAllow: /x\n\nUser-agent: housewarming\nDisallow: /api", false],
    [
      "us, with leave, though others are shut out",
      "User-agent: *\nDisallow: /\n\nUser-agent: housewarming\nDisallow:",
      true,
    ],
    ["somebody else", "User-agent: GPTBot\nDisallow: /", true],
    ["somebody whose name begins like ours", "User-agent: housewarmingbot\nDisallow: /", true],
    ["nobody: rules before any name", "Disallow: /\nUser-agent: a\nDisallow: /b", true],
    ["nobody: a web page", "<!doctype html><html><p>User-agents: welcome</p></html>", true],
    ["nobody: an empty file", "", true],
    ["everybody, with nothing closed", "User-agent: *\nDisallow:", true],
    ["everybody, after a mark of byte order and in old line ends", "\uFEFFUser-agent: *\rDisallow: /api/\r", false],
    ["everybody, with comments", "User-agent: * # all\nDisallow: /api/ # please", false],
  ])("%s", (_, text, allowed) => {
    expect(may(text, BLOCKS)).toBe(allowed);
  });
});

describe("which rule decides", () => {
  test.each([
    ["the longest", "Disallow: /\nAllow: /api/v1/instance", BLOCKS, true],
    ["the longest, in any order", "Allow: /api/v1/instance\nDisallow: /", BLOCKS, true],
    ["the kinder of equals", "Disallow: /api\nAllow: /api", BLOCKS, true],
    ["a star", "Disallow: /*/v1/*_blocks", BLOCKS, false],
    ["a star at the end", "Disallow: /api/*", BLOCKS, false],
    ["an end that fits", `Disallow: /api/*/lookup$`, "/api/v1/lookup", false],
    ["an end that does not", `Disallow: /api/*/lookup$`, "/api/v1/lookup?acct=a", true],
    ["an end without a star", "Disallow: /api$", "/api/v1", true],
    ["pieces that would have to overlap", "Disallow: /ab*bc$", "/abc", true],
    ["the query", "Disallow: /*?page=", "/users/a/followers?page=2", false],
    ["another spelling of a letter", "Disallow: /%7Ealice", "/~alice", false],
    ["a case that differs", "Disallow: /API/", BLOCKS, true],
  ])("%s", (_, rules, path, allowed) => {
    expect(may(`User-agent: *\n${rules}`, path)).toBe(allowed);
  });
});

test("a hostile pattern costs no time", () => {
  const pattern = `User-agent: *\nDisallow: /${"*a".repeat(30_000)}b$`;
  const begun = performance.now();
  expect(may(pattern, `/${"a".repeat(20_000)}`)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(1000);
});
