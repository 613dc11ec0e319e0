import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };

/** Each was on a page once, and says more than any public answer shows. */
const SAID_TOO_MUCH: readonly (readonly [string, RegExp])[] = [
  ["a look-up that finds nobody is no block", /doesn’t show your old account, so it blocks/],
  ["other reasons are known for what is only likely", /nothing else we know of/],
  ["whose suspension it is stands nowhere", /(?<!most likely )that(?:’s| is) about this one account/i],
  ["nor who decided it", /moderators there suspended/i],
  ["a redirect that was cancelled says nothing of a move", /has not been made|nobody has been asked/i],
  ["a redirect alone is what it looks like, no more", /(?<!As far as we can see, )your old account only points/i],
  ["after a Move their server lists nobody for the old account", /did not follow you any more/i],
  ["one page that says 410 is no closed server", /closed for good/],
  ["people may have followed by hand", /so your move got through/],
  ["a post reaches other servers through boosts alone", /^Write one post: it reaches|^A post reaches them/],
  ["whether it is one person’s own server is a guess from outside", /^This is one person’s own server/],
];

const texts = (messages: object): readonly string[] =>
  Object.values(messages).flatMap((text: unknown) => (typeof text === "string" ? [text] : texts(text as object)));

describe("no sentence says more than was seen", () => {
  it.each(SAID_TOO_MUCH)("%s", (_, words) => {
    expect(texts(english).filter((text) => words.test(text))).toEqual([]);
  });

  it("a block seen by a look-up is not called one in short either", () => {
    expect(english.followers.short["old-server-blocked"]).not.toMatch(/block/i);
    expect(english.causes["old-server-blocked"].title).not.toMatch(/block/i);
  });
});
