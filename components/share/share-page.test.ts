import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { FOLLOWER_LOCALES } from "#i18n/locales.ts";
import type { LookShown, LookupAnswer, PublicShare } from "#lib/contract/share.ts";
import { wordsOf } from "#testing/writers.ts";
import { GonePage } from "./gone-page.tsx";
import { SharePage, type SharePageProps } from "./share-page.tsx";
import { type PageWords, pageWords } from "./words.ts";

const view: PublicShare = {
  old: { acct: "maria@oldtown.example", display: "Maria", url: "https://oldtown.example/@maria" },
  new: {
    ...{ acct: "maria@newharbour.example", display: "Maria", url: "https://newharbour.example/@maria" },
    ...{ uri: "https://newharbour.example/users/maria", feed: "https://newharbour.example/@maria.rss" },
    mailsPosts: true,
  },
  counts: { newList: 1010 },
  proof: {
    oldPointsToNew: "yes",
    newNamesOld: "yes",
    sources: ["https://oldtown.example/users/maria", "https://newharbour.example/users/maria"],
    at: "2026-11-20T12:00:00Z",
  },
  numbersUntil: "2026-12-20T12:00:00Z",
};
const TOKEN = "abcdefghijklmnopqrstuv";
const words: PageWords = pageWords("en", english, { path: `/r/${TOKEN}`, asked: false });
const render = (more: Partial<SharePageProps> = {}) =>
  renderToStaticMarkup(
    createElement(SharePage, { words, view, token: TOKEN, publicUrl: "https://housewarming.example", ...more }),
  );
const textOf = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'");

describe("the page", () => {
  test("has the move, the numbers, the proof and both ways", () => {
    const text = textOf(render());
    for (const part of [
      "Maria moved to @maria@newharbour.example",
      "before: @maria@oldtown.example",
      "1,010 people follow the new account.",
      "Both accounts confirm this move",
      "November 20, 2026",
      "Go back, tap the name above it, then Follow.",
      "Where is your account?",
    ])
      expect(text).toContain(part);
  });

  test("weighs less than 50 kB, has one script and one style sheet, and nothing from elsewhere", () => {
    const html = render();
    expect(html.length).toBeLessThan(50_000);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script defer="" src="/share.js">']);
    expect(html.match(/<link[^>]*>/g)).toEqual([
      '<link href="/icon.svg" rel="icon" type="image/svg+xml"/>',
      ...["bricolage-700-latin", "commissioner-400-latin"].map(
        (face) => `<link as="font" crossorigin="" href="/fonts/${face}.woff2" rel="preload" type="font/woff2"/>`,
      ),
      '<link href="/share.css" rel="stylesheet"/>',
    ]);
    expect(html).not.toMatch(/ style=|javascript:| on[a-z]+=/);
    const sources = [...html.matchAll(/ src="([^"]+)"/g)].map(([, src]) => src);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((src) => !src?.startsWith("/"))).toEqual([]);
  });

  test("has the operator's line where there is one, and so has the page of one that is gone", () => {
    const notice = "Sample data: <none> of this is real.";
    const line = '<p class="operator" role="note">Sample data: &lt;none&gt; of this is real.</p>';
    expect(render({ notice })).toContain(line);
    expect(renderToStaticMarkup(createElement(GonePage, { words, notice }))).toContain(line);
    expect(render()).not.toContain(`class="operator"`);
  });

  test("says for previews what it is, without numbers", () => {
    const head = /<head>.*<\/head>/s.exec(render())?.[0] ?? "";
    expect(head).toContain('property="og:title"');
    expect(head).toContain("maria moved. Find the follow button on your own server.");
    expect(head).toContain(`https://housewarming.example/r/${TOKEN}/card.png`);
    expect(head).toContain('<meta content="@maria@newharbour.example" name="fediverse:creator"/>');
    expect(head).toContain("noindex");
    expect(head).toContain("Now at @maria@newharbour.example.");
    expect(head).not.toMatch(/437|1,?010/);
  });

  test.each([
    [{ ...view, counts: { newList: "a few" } } as const, "A few people follow the new account."],
    [
      { ...view, proof: { ...view.proof, oldPointsToNew: "unknown" } } as const,
      "We couldn’t see whether the old one points here.",
    ],
    [
      { ...view, proof: { ...view.proof, newNamesOld: "unknown" } } as const,
      "We couldn’t see whether the new one lists the old one",
    ],
  ])("says what is known: %#", (given, words) => {
    expect(textOf(render({ view: given }))).toContain(words);
  });

  test("differs from another page of the same pair by its address alone", () => {
    const other = "vutsrqponmlkjihgfedcba";
    expect(render({ token: other }).replaceAll(other, TOKEN)).toBe(render());
  });

  test("without numbers it has none", () => {
    const { counts, ...rest } = view;
    expect(textOf(render({ view: rest }))).not.toMatch(/follow the new account\./);
  });

  test("where nobody follows yet, nobody is counted", () => {
    expect(textOf(render({ view: { ...view, counts: { newList: 0 } } }))).not.toMatch(/follow the new account/);
  });

  test.each([
    [{ count: 437, is: "exact" }, "437 people haven’t come along yet."],
    [{ count: 437, is: "at-least" }, "At least 437 people haven’t come along yet."],
    [{ count: "a few", is: "at-least" }, "A few people haven’t come along yet."],
  ] as const)("says how many are missing where its owner wants that: %j", (missing, words) => {
    expect(textOf(render({ view: { ...view, counts: { newList: 1010, missing } } }))).toContain(words);
    expect(textOf(render())).not.toContain("come along yet");
  });

  test("names are text, whatever stands in them", () => {
    const html = render({
      view: { ...view, new: { acct: "maria@newharbour.example", display: '<script>x</script>"\u202e' } },
      asked: { address: '"><img src=x onerror=alert(1)>', error: "syntax" },
    });
    expect(html).not.toMatch(/<script>|<img src=x/);
    expect(html).toContain("<bdi");
  });

  test("a server's name is shown in its own letters and as browsers show it", () => {
    const text = textOf(render({ asked: { address: "x", answer: { ...link, server: "xn--mnchen-3ya.example" } } }));
    expect(text).toContain("münchen.example (xn--mnchen-3ya.example)");
  });
});

const link: LookupAnswer = {
  server: "far.example",
  reach: "works",
  follow: {
    kind: "link",
    url: "https://far.example/authorize_interaction?uri=maria%40newharbour.example",
    host: "far.example",
    via: "subscribe",
  },
};
const manual: LookupAnswer = {
  server: "far.example",
  reach: "unknown",
  follow: { kind: "manual", software: "gotosocial" },
};

test("every class of the page, its answers and its end has a rule in its style sheet", () => {
  const css = readFileSync("public/share.css", "utf8");
  const pages = [
    render(),
    render({ asked: { address: "x", error: "syntax" } }),
    ...[link, manual].map((answer) => render({ asked: { address: "x", answer } })),
    renderToStaticMarkup(createElement(GonePage, { words, notice: "x" })),
  ];
  const classes = pages.flatMap((html) =>
    [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, all = ""]) => all.split(" ")),
  );
  expect(classes.length).toBeGreaterThan(10);
  // Names for people and tests, which look like the text around them.
  const plain = new Set(["name", "address", "host", "ascii", "turn"]);
  expect([...new Set(classes)].filter((name) => !plain.has(name) && !css.includes(`.${name}`))).toEqual([]);
});

test("one field and one button stand before everything else", () => {
  const html = render();
  const first = html.slice(html.indexOf("<main"), html.indexOf('class="proofline"'));
  expect(first.match(/<input/g)).toHaveLength(1);
  expect(first.match(/type="submit"/g)).toHaveLength(1);
  expect(first).not.toContain("<a ");
});

describe("the answer to a reader without JavaScript", () => {
  const answered = (answer: LookupAnswer) => textOf(render({ asked: { address: "far.example", answer } }));
  test.each<[string, LookupAnswer, readonly string[], RegExp]>([
    [
      "works",
      link,
      [
        "Following Maria should work",
        "newharbour.example isn’t one of them",
        "Continue on far.example",
        "we never see it",
        "You may already follow",
      ],
      /doesn’t publish/,
    ],
    [
      "works, on the new server itself",
      { ...link, by: "itself" },
      ["Following Maria should work", "The new account is on far.example too"],
      /publish|block/,
    ],
    [
      "works by an allow",
      { ...link, by: "allow" },
      ["names newharbour.example among the servers it allows"],
      /isn’t one of them|block/,
    ],
    [
      "waits",
      { ...link, reach: "waits" },
      ["approves followers by hand", "Continue on far.example"],
      /doesn’t publish/,
    ],
    [
      "unknown",
      { ...link, reach: "unknown", gap: "hidden-by-server" },
      ["Try it: we can’t tell", "doesn’t publish which servers it blocks", "Just try", "ask Maria to look"],
      /should work|probably/,
    ],
    [
      "never met",
      { ...link, reach: "unknown", gap: "never-met" },
      ["nothing to do with newharbour.example"],
      /doesn’t publish/,
    ],
    [
      "silent",
      { ...manual, host: "silent", gap: "unreachable" },
      ["far.example isn’t answering us", "It may answer you"],
      /doesn’t publish|block|follow page/,
    ],
    [
      "a list that was silent, on a server that was not",
      { ...link, reach: "unknown", gap: "unreachable" },
      ["couldn’t read what far.example publishes", "Continue on far.example"],
      /answering|just now/,
    ],
    [
      "nobody there follows people",
      { ...manual, followsPeople: false, follow: { kind: "manual", software: "peertube" } },
      ["You can’t follow Maria from far.example", "follows channels or communities, not people", "Read along"],
      /follow page|Paste|moderators|should work|publish/,
    ],
    [
      "a follow page that cannot find this account",
      { ...manual, follow: { kind: "manual", software: "bookwyrm" } },
      ["Follow in your app", "Paste it into your app"],
      /no follow page/,
    ],
    [
      "robots",
      { ...link, reach: "unknown", gap: "refused-robots" },
      ["asks programs like ours not to read it"],
      /should work/,
    ],
    [
      "old blocked",
      { ...link, cause: "old-server-blocked", certainty: "proven" },
      ["far.example doesn’t exchange messages with oldtown.example", "Continue on far.example"],
      /probably/,
    ],
    [
      "old blocked, likely",
      { ...link, cause: "old-server-blocked", certainty: "likely" },
      ["far.example probably doesn’t exchange messages with oldtown.example"],
      /would fail/,
    ],
    [
      "new blocked",
      { ...manual, reach: "blocked", cause: "new-server-blocked", certainty: "proven" },
      [
        "doesn’t exchange messages with newharbour.example",
        "Read along on the web",
        "They may have good reasons",
        "Ask your moderators",
        "feed reader: https://newharbour.example/@maria.rss",
        "Get the posts by e-mail",
      ],
      /Continue on|Just try|no follow page/,
    ],
    [
      "chosen servers",
      { ...manual, reach: "blocked", cause: "closed-federation", certainty: "proven" },
      ["chosen servers only"],
      /Continue on/,
    ],
    [
      "given up",
      { ...manual, reach: "blocked", cause: "new-server-given-up", certainty: "proven" },
      ["has stopped sending to newharbour.example"],
      /Continue on/,
    ],
    ["read but not clear", { ...link, reach: "unknown" }, ["From what the two servers publish"], /doesn’t publish/],
    ["not read", { ...link, reach: "unknown", gap: "over-budget" }, ["We couldn’t read"], /doesn’t publish/],
    [
      "the new server blocks",
      { ...manual, reach: "blocked", atNew: "blocked" },
      [
        "You can’t follow Maria from far.example",
        "newharbour.example, where Maria lives now, publishes a block that covers far.example",
      ],
      /Continue on|Ask your moderators|far.example (doesn’t|lists)/,
    ],
    [
      "the new server talks to chosen ones",
      { ...manual, reach: "blocked", atNew: "not-chosen" },
      ["exchanges messages with chosen servers only", "would be refused"],
      /as blocked|Continue on/,
    ],
    [
      "the new server limits",
      { ...link, reach: "waits", atNew: "limited" },
      ["newharbour.example holds follows from far.example", "Continue on far.example"],
      /by hand/,
    ],
    [
      "no fediverse server",
      { ...manual, host: "no-server" },
      ["There’s no fediverse server at far.example, as far as we can see", "Check the spelling"],
      /publish|block|Just try|Continue on/,
    ],
    ["closed", { ...manual, host: "closed" }, ["far.example has closed", "Enter another server"], /publish|block|try/],
    [
      "no follow page",
      manual,
      ["Follow in your app", "far.example runs GoToSocial, which has no follow page", "Paste it"],
      /Continue on|button/,
    ],
    [
      "no follow page, and open",
      { ...manual, reach: "works" },
      ["newharbour.example isn’t one of them", "has no follow page"],
      /button/,
    ],
    [
      "a software's name that is none",
      { ...manual, follow: { kind: "manual", software: "Visit evil.example now" } },
      ["We know of no follow page on far.example"],
      /evil/,
    ],
  ])("%s", (_, answer, has, hasNot) => {
    const text = answered(answer);
    const part = text.slice(text.indexOf("Your server: far.example"));
    for (const words of has) expect(part).toContain(words);
    expect(part.slice(0, part.indexOf("Why didn’t I come along"))).not.toMatch(hasNot);
  });

  test("leads to the server's own page and tells it nothing about this one", () => {
    const html = render({ asked: { address: "far.example", answer: link } });
    expect(html).toContain(
      '<a class="btn btn--main btn--big btn--wide" href="https://far.example/authorize_interaction?uri=maria%40newharbour.example" rel="noopener noreferrer">',
    );
  });

  test.each([
    ["empty", "Enter the name of your server"],
    ["host-address", "isn’t the name of a fediverse server"],
    ["email", "looks like an e-mail address"],
    ["something-new", "doesn’t look like a server"],
  ])("an address that is none: %s", (error, words) => {
    const html = render({ asked: { address: "typed", error } });
    expect(textOf(html)).toContain(words);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="typed"');
  });
});

test("the page that is gone names nobody and says the same for all", () => {
  const html = renderToStaticMarkup(createElement(GonePage, { words }));
  expect(textOf(html)).toContain("It was deleted, or the two accounts no longer confirm each other");
  expect(html).not.toContain("@");
});

describe("in the follower's language", () => {
  const inGerman = pageWords("de", wordsOf("de"), { path: `/r/${TOKEN}`, asked: true });
  test("the words, the day and the way back are in it, and its card too", () => {
    const html = render({ words: inGerman });
    expect(html).toContain('<html class="lite" dir="ltr" lang="de">');
    expect(textOf(html)).toContain("20. November 2026");
    expect(html).toContain(`action="/api/shares/${TOKEN}/lookup?lang=de"`);
    expect(html).toContain(`/r/${TOKEN}/card.png?lang=de`);
    const answered = render({ words: inGerman, asked: { address: "far.example", answer: link } });
    expect(answered).toContain(`href="/r/${TOKEN}?lang=de"`);
  });

  test("Arabic goes from right to left, and every address in it from left to right", () => {
    const words = pageWords("ar", wordsOf("ar"), { path: `/r/${TOKEN}`, asked: false });
    const html = render({ words });
    expect(html).toContain('dir="rtl" lang="ar"');
    expect(html).not.toMatch(/[٠-٩]/);
    const shown = [...html.slice(html.indexOf("<main")).matchAll(/<(\w+)([^>]*)>@maria/g)];
    expect(shown.length).toBeGreaterThan(1);
    for (const [, tag, attributes] of shown) expect(`${tag} ${attributes}`).toMatch(/^bdi .*dir="ltr"/);
  });

  test("it can be changed on the page", () => {
    const html = render();
    for (const locale of FOLLOWER_LOCALES) expect(html).toContain(`href="/r/${TOKEN}?lang=${locale}"`);
    expect(html).toContain('aria-current="true" dir="auto" href="/r/abcdefghijklmnopqrstuv?lang=en"');
  });
});

describe("a follower who has the own server asked", () => {
  const answer: LookupAnswer = {
    ...{ server: "far.example", reach: "unknown", gap: "hidden-by-server" },
    follow: { kind: "link", url: "https://far.example/f", host: "far.example", via: "subscribe" },
  };
  const look = { host: "social.far.example", rights: ["read:accounts", "read:follows"], lists: true, revokes: true };
  const shown = (given: LookupAnswer, more: Partial<NonNullable<SharePageProps["asked"]>> = {}) =>
    render({ asked: { address: "far.example", answer: given, ...more } });

  test("is offered it closed and below the way to follow, with what is asked, and nowhere else", () => {
    const html = shown({ ...answer, look });
    expect(html).toContain(`<form action="/r/${TOKEN}/look" method="post">`);
    expect(html).toContain('name="server" value="far.example"');
    expect(html.indexOf("Continue on")).toBeLessThan(html.indexOf("Help find out"));
    expect(html).not.toMatch(/<details[^>]*open/);
    const text = textOf(html);
    for (const part of ["which servers it blocks", "not who", "read:accounts read:follows", "social.far.example"])
      expect(text).toContain(part);
    expect(html.length).toBeLessThan(50_000);
    expect(textOf(shown(answer))).not.toContain("Help find out");
    expect(textOf(render())).not.toContain("Help find out");
  });

  test("is told beforehand where the permission can’t be given back", () => {
    const offered = (revokes: boolean) => textOf(shown({ ...answer, look: { ...look, revokes } }));
    expect(offered(true)).toContain("give the permission back at once");
    expect(offered(false)).toMatch(/delete the permission at once.*can’t take it back.*remove Housewarming there/);
    expect(offered(false)).not.toContain("give the permission back");
  });

  test("is told what is asked, and no list where none is read", () => {
    const offered = (lists: boolean) => textOf(shown({ ...answer, look: { ...look, lists } }));
    expect(offered(true)).toMatch(/once:whose account.*which servers it blocks.*whether it finds/);
    expect(offered(false)).not.toMatch(/once:whose account.*which servers it blocks/);
    expect(offered(false)).toMatch(/once:whose account.*whether it finds.*whether you follow/);
  });

  const told = { end: "in", revoked: true } as const;
  const blocked: LookupAnswer = { ...answer, reach: "blocked", certainty: "likely", follow: { kind: "manual" } };
  const proven: LookupAnswer = { ...blocked, cause: "new-server-blocked", certainty: "proven" };
  test.each<[string, LookupAnswer, LookShown, readonly string[], RegExp]>([
    [
      "follows",
      answer,
      { ...told, by: "list", relation: "follows" },
      ["You follow Maria already"],
      /Continue on|Just try/,
    ],
    ["asked", answer, { ...told, relation: "requested" }, ["You’ve asked to follow Maria"], /Continue on/],
    [
      "blocked",
      proven,
      { ...told, by: "list", relation: "none" },
      ["You can’t follow Maria", "tells its own people so"],
      /probably/,
    ],
    [
      "blocked, in its own words",
      { ...blocked, certainty: "proven" },
      { ...told, by: "word", revoked: false },
      ["You can’t follow Maria", "tells its own people so", "remove it there"],
      /probably|given back/,
    ],
    [
      "not found",
      blocked,
      { ...told, by: "look-up" },
      ["You probably can’t follow Maria", "It probably blocks it"],
      /tells its own/,
    ],
    [
      "open",
      { ...answer, reach: "works" },
      { ...told, by: "list" },
      ["should work", "isn’t one of them", "Continue on"],
      /publishes/,
    ],
    ["found", answer, { ...told, by: "look-up" }, ["finds newharbour.example", "Continue on"], /block any/],
    [
      "nothing",
      answer,
      { ...told, revoked: false },
      ["We learned no more from far.example", "remove it there"],
      /given back/,
    ],
    ["said no", { ...answer, look }, { end: "denied" }, ["You said no", "Help find out"], /Thank you/],
    ["our questions used up", { ...answer, look }, { end: "busy" }, ["couldn’t be asked"], /Thank you|answering/],
    [
      "not now",
      { ...answer, look },
      { end: "not-begun", passing: true },
      ["couldn’t be asked just now", "Help find out"],
      /Thank you/,
    ],
    [
      "never",
      { ...answer, look },
      { end: "not-begun", passing: false },
      ["far.example can’t be asked this way"],
      /Help find out|Try again/,
    ],
  ])("is told: %s", (_, given, look, parts, never) => {
    const text = textOf(shown(given, { look }));
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(never);
    expect(text.includes("Who looked is noted nowhere")).toBe(look.end === "in" && look.by !== undefined);
  });
});
