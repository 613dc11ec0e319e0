import { describe, expect, it } from "vitest";
import { stanceOn } from "#lib/domain/blocks/block-match.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { readHandedList } from "./handed-list.ts";

const stance = (text: string, host: string) => {
  const list = readHandedList(text);
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
  ])("%s", (_, text, host, inbound) => expect(stance(text, host)).toMatchObject({ inbound }));

  it.each(["", "   \n", "{", "no hosts in here", '{"blocks":{}}'])("%j is no list", (text) => {
    expect(readHandedList(text)).toBeNull();
  });

  it("keeps of a reason whether it is harm", () => {
    const text = "#domain,#severity,#public_comment\nbad.example,suspend,Spam\nworn.example,suspend,unmaintained\n";
    expect(readHandedList(text)).toMatchObject({ rows: [{ harm: true }, {}] });
  });

  it.each([
    ["a table", "bad.example\n".repeat(20_001)],
    [
      "RapidBlock's JSON",
      JSON.stringify({ blocks: Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`b${at}.example`, {}])) }),
    ],
  ])("refuses a list beyond any real one instead of cutting it: %s", (_, text) => {
    expect(readHandedList(text)).toBe("too-long");
  });

  it("passes over rows that no host can be meant by", () => {
    expect(readHandedList(`bad.example\n${"*.".repeat(450_000)}x\n`)).toMatchObject({ rows: [{}] });
  });

  it("keeps no name", () => {
    expect(JSON.stringify(readHandedList(mastodon))).not.toContain("bad.example");
  });
});
