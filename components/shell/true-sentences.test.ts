import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };

/** Each was on a page once, and says more than any public answer shows. */
const SAID_TOO_MUCH: readonly (readonly [string, RegExp])[] = [
  ["a look-up that finds nobody is no block", /doesn’t show your old account, so it blocks/],
  ["other reasons are known for what is only likely", /nothing else we know of/],
  ["whose suspension it is stands nowhere", /(?<!most likely )that(?:’s| is) about this one account/i],
  ["nor who decided it", /moderators there suspended/i],
  [
    "a redirect that was cancelled says nothing of a move",
    /ha(?:s|ve|sn|ven).{0,5}(?:been made|moved yet|happened yet)|nobody (?:has been|was) asked to|nobody can be missing$/i,
  ],
  ["a move made and taken back takes some people along", /points? to a new account[^.]*, so nobody/],
  ["a redirect alone is what it looks like, no more", /(?<!As far as we can see, )your old account only points/i],
  ["after a Move their server lists nobody for the old account", /did not follow you any more/i],
  ["one page that says 410 is no closed server", /closed for good/],
  ["people may have followed by hand", /so your move got through/],
  ["a post reaches other servers through boosts alone", /^Write one post: it reaches|^A post reaches them/],
  ["whether it is one person’s own server is a guess from outside", /^This is one person’s own server/],
  [
    "so is that of somebody in the list",
    /\b(?:is|are)(?:}})? (?:each )?one person’s own|\bha(?:s|ve) (?:a )?servers? of their own/,
  ],
  ["and that of somebody who is not written to", /^It’s their own server and/],
  ["what the mover’s own account shows is published by nobody", /^A server publishes this itself/i],
  ["whether a list that nobody publishes names somebody", /on a list, and the other one isn’t on it/],
  ["only what the new server lists is looked at", /(?<!we see )no block is in the way/],
  ["people inside a bridge follow nothing", /(?:saved list|from before follow(?:s|}})?).*\bfollows?\b/],
  ["a row for a parent limits it too", /isn’t limited there/],
];

/** Sure by what is shown to the mover, or by a list that is published: said where it is proven and nowhere else. */
const WHERE_PROVEN = new Set([english.causes["closed-federation"].whatCertain]);

const texts = (messages: object): readonly string[] =>
  Object.values(messages).flatMap((text: unknown) => (typeof text === "string" ? [text] : texts(text as object)));

describe("no sentence says more than was seen", () => {
  it.each(SAID_TOO_MUCH)("%s", (_, words) => {
    expect(texts(english).filter((text) => words.test(text) && !WHERE_PROVEN.has(text))).toEqual([]);
  });

  it("an account that may come back is not called gone", () => {
    const { old, new: fresh } = english.banner.suspended;
    for (const { title, text } of [old, fresh]) {
      expect(title).toMatch(/suspended$/);
      expect(text).toMatch(/for a while only/);
      expect(text).not.toMatch(/exist/);
    }
  });

  it("what is proven is not called probable", () => {
    const { titleCertain, whatCertain } = english.causes["waiting-for-approval"];
    expect(`${titleCertain} ${whatCertain}`).not.toMatch(/probably|likely/i);
  });

  it("a block seen by a look-up is not called one in short either", () => {
    expect(english.followers.short["old-server-blocked"]).not.toMatch(/block/i);
    expect(english.causes["old-server-blocked"].title).not.toMatch(/block/i);
  });
});
