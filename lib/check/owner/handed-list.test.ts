import { describe, expect, it } from "vitest";
import { stanceOn } from "#lib/domain/blocks/block-match.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { longestSlice } from "#testing/longest-slice.ts";
import { readHandedList } from "./handed-list.ts";

const stance = async (text: string, host: string) => {
  const list = await readHandedList(text);
  return list && list !== "too-long" && stanceOn(list, namedHost(host));
};

describe("a block list handed in for a server", () => {
  const mastodon = `#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
bad.example,suspend,False,False,"spam, mostly",False
slow.example,silence,False,False,,False
shown.example,noop,False,False,,False
`;
  it.each([
    ["Mastodon's export blocks", mastodon, "bad.example", "blocked"],
    ["and what is below", mastodon, "www.bad.example", "blocked"],
    ["but not what it limits", mastodon, "slow.example", "open"],
    ["nor what it leaves alone", mastodon, "shown.example", "open"],
    ["nor anybody else", mastodon, "good.example", "open"],
    ["FediBlockHole's", "domain,severity,public_comment\nbad.example,suspend,", "bad.example", "blocked"],
    ["numbers: 1 suspends", "domain,severity\nbad.example,1", "bad.example", "blocked"],
    ["numbers: 0 limits", "domain,severity\nbad.example,0", "bad.example", "open"],
    ["an empty severity is a block", "domain,severity\nbad.example,", "bad.example", "blocked"],
    ["a plain list", "bad.example\r\nworse.example\r\n", "worse.example", "blocked"],
    ["RapidBlock's JSON", '{"blocks":{"bad.example":{"isBlocked":true,"reason":"x"}}}', "bad.example", "blocked"],
    [
      "where a block was lifted",
      '{"blocks":{"bad.example":{"isBlocked":false},"x.example":{}}}',
      "bad.example",
      "open",
    ],
    ["Friendica's patterns", '"*.bad.example","spam"\n', "www.bad.example", "blocked"],
    ["which spare the name itself", '"*.bad.example","spam"\n', "bad.example", "open"],
  ])("%s", async (_, text, host, inbound) => expect(await stance(text, host)).toMatchObject({ inbound }));

  it.each(["", "   \n", "{", "no hosts in here", '{"blocks":{}}'])("%j is no list", async (text) => {
    expect(await readHandedList(text)).toBeNull();
  });

  it("keeps of a reason whether it is harm", async () => {
    const text = "#domain,#severity,#public_comment\nbad.example,suspend,Spam\nworn.example,suspend,unmaintained\n";
    expect(await readHandedList(text)).toMatchObject({ rows: [{ harm: true }, {}] });
  });

  it.each([
    ["a table", "bad.example\n".repeat(20_001)],
    [
      "RapidBlock's JSON",
      JSON.stringify({ blocks: Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`b${at}.example`, {}])) }),
    ],
  ])("refuses a list beyond any real one instead of cutting it: %s", async (_, text) => {
    expect(await readHandedList(text)).toBe("too-long");
  });

  it("passes over rows that no host can be meant by", async () => {
    expect(await readHandedList(`bad.example\n${"*.".repeat(450_000)}x\n`)).toMatchObject({ rows: [{}] });
  });

  it("keeps no name", async () => {
    expect(JSON.stringify(await readHandedList(mastodon))).not.toContain("bad.example");
  });

  it("reads a reason of several lines, and rows behind it", async () => {
    const text = 'domain,severity,public_comment\nbad.example,suspend,"one\ntwo, ""three"""\nworse.example,suspend,\n';
    expect(await readHandedList(text)).toMatchObject({ whole: true, rows: [{}, {}] });
    expect(await stance(text, "worse.example")).toMatchObject({ inbound: "blocked" });
  });

  it("shows nothing of who is not in a list whose quotes are broken", async () => {
    const list = await readHandedList(
      'domain,severity,public_comment\nbad.example,suspend,"one\nworse.example,suspend,',
    );
    expect(list).toMatchObject({ whole: false });
  });

  it("refuses a text that is longer than so many rows", async () => {
    expect(await readHandedList(" ".repeat(4_000_001))).toBe("too-long");
  });

  it("refuses a list of patterns that would cost every judgement time", async () => {
    const patterns = Array.from({ length: 2_000 }, (_, n) => `${"*a".repeat(60)}${n}.example,spam`).join("\n");
    expect(await readHandedList(patterns)).toBe("too-long");
  });

  const rows = Array.from({ length: 19_999 }, (_, n) => `bad${n}.far${n}.example,suspend,"spam, ${n}"`);
  it.each([
    ["the longest table", `domain,severity,public_comment\n${rows.join("\n")}`],
    ["nothing but quotes", '"'.repeat(3_900_000)],
    ["quotes in pairs", '"a""'.repeat(900_000)],
    ["a quote a line", '"\n'.repeat(1_900_000)],
    ["nothing but commas", ",".repeat(3_900_000)],
    ["commas in lines", `${",".repeat(4_000)}\n`.repeat(900)],
    ["nested JSON", '{"blocks":'.repeat(350_000)],
  ])("holds nobody up with %s", async (_, text) => {
    expect(await longestSlice(() => readHandedList(text))).toBeLessThan(process.env.PROVE ? 100 : 500);
  });
});
