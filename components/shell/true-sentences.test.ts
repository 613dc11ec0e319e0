import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { FOLLOWER_LOCALES, type FollowerLocale } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";

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
  ["a row for a parent blocks it too", /lists <server><\/server> as blocked/],
  ["what is likely fails only where it holds", /probably doesn’t exchange.*would fail/],
  [
    "a server may show its people no list of blocks either",
    /Anyone with an account there can|So does someone on such a server/,
  ],
  ["a post reaches some, and not for sure", /works anyway/],
  ["who follows came in by a way that may be shut by now", /so following works from there/],
  [
    "one Mastodon’s command is not everybody’s",
    /(?<!On Mastodon, the admin of \{old\} )can (?:also )?send (?:it|the move) /,
  ],
  ["some software keeps those who came on the old list", /drops everyone who came|nobody can read it any more/],
  ["a list of peers shows a row for exactly that name, and no other", /is among the servers \{by\} knows/],
  ["thirty days are Mastodon’s", /^You can move again only after 30 days/],
  ["some lets an account post that has moved", /After the move it can’t/],
  ["a hidden list is shown to its owner", /shows its followers to nobody/],
  ["a list that cannot be read is seen by nobody, so who is in it neither", /it doesn’t follow you yet/],
  ["blocks are looked for among followers who are known", /block none of your followers/],
  ["a look-up may be of some hours ago", /couldn’t read what .* publishes just now/],
  ["who was not asked may have been left out for want of time", /there was no need/],
  ["often it is we who do not ask on", /asked us to slow down|limits how fast we may ask|lets us start only a few/],
  [
    "what was not asked, or did not answer, is not kept to itself",
    /doesn’t say whether it blocks|, and doesn’t say so/,
  ],
  ["a long list takes longer", /No login.*(?<!usually )about a minute/i],
];

/** What this site does itself, in every setting and for every visitor. */
const DONE_OTHERWISE: readonly (readonly [string, RegExp])[] = [
  ["a follower who signs in gets a cookie", /sets no cookie(?! unless)/],
  ["a page for followers asks the new server too", /asks nobody but the server/],
  ["and says what the two publish about each other", /what that server itself publishes about your two servers/],
  ["it counts followers, and not who came", /the page counts those who came/],
  ["a sign-in begins with whose account it is", /<li>which servers it blocks<\/li>(?!.*whose)(?<!whose.*)/],
  ["the same, on the page about privacy", /is asked once which servers it blocks/],
  ["the operator may count requests", /no counters, nothing/],
  ["ROBOTS=strict makes no exception", /is obeyed, except (?!at most)/],
  ["nor does it read the list of blocks", /^We read <code>\/api\/v1\/instance\/domain_blocks/],
  ["what a list says of the mover’s servers stays with the check", /gone after a day\. There is/],
  ["the median is five", /Six questions are typical/],
  ["a check looks again, and a page for followers asks too", /requests for a whole move/],
  ["a visitor who names a server is told what it publishes", /publish nothing/],
  ["before a move there are up to six addresses", /two addresses you gave/],
  ["a permission may be kept for the move", /after a day at the latest\. You can take it back/],
  ["a stopped check reads its lists anew", /Re-check, and it goes on/],
  ["a connection may be that of many people", /of your checks are still running/],
  ["who runs a copy stands at the foot, and not on the pages for followers", /at the top of every page/],
  ["signing in shows whose account it is, too", /once your profile shows/],
];

/** Sure by what is shown to the mover, or by a list that is published: said where it is proven and nowhere else. */
const WHERE_PROVEN = new Set([english.causes["closed-federation"].whatCertain]);

/** What each language calls to sign in, where it says when the page for followers sets a cookie. */
const SIGNS_IN: Readonly<Record<FollowerLocale, RegExp>> = {
  en: /unless you sign in/,
  de: /außer du meldest dich .* an/,
  fr: /sauf si .* connecter/,
  es: /salvo que inicies sesión/,
  ja: /ログインしないかぎり/,
  "pt-BR": /a não ser que você entre/,
  ar: /إلا إن سجّلت الدخول/,
  it: /a meno che tu non acceda/,
  nl: /tenzij .* inlogt/,
  pl: /chyba że zalogujesz się/,
  ru: /только если вы войдёте/,
  "zh-CN": /除非.*登录/,
  ko: /로그인하지 않는 한/,
};

const texts = (messages: object): readonly string[] =>
  Object.values(messages).flatMap((text: unknown) => (typeof text === "string" ? [text] : texts(text as object)));

describe("no sentence says more than was seen", () => {
  it.each([...SAID_TOO_MUCH, ...DONE_OTHERWISE])("%s", (_, words) => {
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

  it.each(FOLLOWER_LOCALES)("the page for followers says in %s when it sets a cookie", async (locale) => {
    const { sharePage } = await messagesOf(locale);
    expect(sharePage.foot.made).toMatch(SIGNS_IN[locale]);
    expect(sharePage.look.list.match(/<(?:li|blocks)>/g)).toHaveLength(4);
  });

  it("a block seen by a look-up is not called one in short either", () => {
    expect(english.followers.short["old-server-blocked"]).not.toMatch(/block/i);
    expect(english.causes["old-server-blocked"].title).not.toMatch(/block/i);
  });
});
