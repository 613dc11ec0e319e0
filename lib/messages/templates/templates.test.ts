import { describe, expect, test } from "vitest";
import { FOLLOWER_LOCALES } from "#i18n/locales.ts";
import type { MentionKind } from "#lib/domain/diagnosis/contact-rule.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { inEnglish, writerOf } from "#testing/writers.ts";
import type { Mover } from "../mover.ts";
import { type Template, write, writeLetter } from "../template.ts";
import { beforeMove } from "./before-move.ts";
import { lastWeek } from "./last-week.ts";
import { oldAdminLetter, oldAdminMessage, oldAdminSubject } from "./letter-old-admin.ts";
import { ADMIN_CASES, ownAdminLetter, ownAdminMessage, ownAdminSubject } from "./letter-own-admin.ts";
import { remoteLetter, remoteSubject } from "./letter-remote.ts";
import { MENTIONS } from "./mention.ts";
import { offPlatform, offPlatformBlocked } from "./off-platform.ts";
import { publicPost } from "./public-post.ts";
import { question } from "./question.ts";
import { requested } from "./requested.ts";
import { shortPost } from "./short-post.ts";
import { thanks } from "./thanks.ts";

const KINDS = Object.keys(MENTIONS) as MentionKind[];
const mover: Mover = {
  old: "maria@oldtown.example",
  new: "maria@newharbour.example",
  newUrl: "https://newharbour.example/@maria",
  link: "https://housewarming.example/r/abcdefghijklmnopqrstuv",
  feed: "https://newharbour.example/@maria.rss",
};

const label = "l".repeat(63);
const longestHost = (first: string) => `${first}${`.${label}`.repeat(4)}`.slice(0, 245).concat(".example");
const longName = "n".repeat(40);
const longMover: Mover = {
  old: `${longName}@${longestHost("o")}`,
  new: `${longName}@${longestHost("n")}`,
  newUrl: `https://${longestHost("n")}/@${longName}`,
  link: `https://${longestHost("h")}/r/abcdefghijklmnopqrstuv`,
  feed: `https://${longestHost("n")}/@${longName}.rss`,
};
const line = {
  by: "far.example",
  about: "newharbour.example",
  severity: "suspended",
  url: "https://far.example/api/v1/instance/domain_blocks",
  at: "2026-11-20T14:02:00Z",
} as const;
const longLine = { ...line, by: longestHost("f"), about: longestHost("n"), above: true, likely: true } as const;
const howUrl = `https://${longestHost("h")}/how/blocks`;

type Case = readonly [name: string, template: Template<never>, words: unknown, longWords: unknown];
const people = (count: number, host: string) =>
  Array.from({ length: count }, (_, at) => `${at}${longName.slice(1)}@${host}`);

const POSTS: readonly Case[] = [
  ["public post", publicPost, mover, longMover],
  ["public post without a page", publicPost, { ...mover, link: undefined }, { ...longMover, link: undefined }],
  ["short post", shortPost, mover, longMover],
  ["short post without a page", shortPost, { ...mover, link: undefined }, { ...longMover, link: undefined }],
  ["before the move", beforeMove, { new: mover.new }, { new: longMover.new }],
  ["before the choice", beforeMove, {}, {}],
  ["last week", lastWeek, { ...mover, back: 61 }, { ...longMover, back: 100_000 }],
  ...KINDS.map(
    (kind): Case => [
      `mention: ${kind}`,
      MENTIONS[kind],
      { ...mover, to: ["bo@far.example"] },
      { ...longMover, to: people(3, longestHost("f")) },
    ],
  ),
  ["requested", requested, mover, longMover],
  ["off platform", offPlatform, mover, longMover],
  ["off platform, blocked", offPlatformBlocked, mover, longMover],
  ["off platform, no feed", offPlatformBlocked, { ...mover, feed: undefined }, { ...longMover, feed: undefined }],
  ["last week, nobody counted", lastWeek, { ...mover, link: undefined }, { ...longMover, link: undefined }],
  ["question", question, mover, longMover],
  ["thanks", thanks, mover, longMover],
  ...ADMIN_CASES.map(
    (about): Case => [
      `own admin, private: ${about}`,
      ownAdminMessage,
      {
        mover,
        server: "far.example",
        people: 57,
        about,
        lines: [line],
        howUrl: "https://housewarming.example/how/blocks",
      },
      { mover: longMover, server: longestHost("f"), people: 100_000, about, lines: [longLine], howUrl },
    ],
  ),
  ["old admin, private", oldAdminMessage, oldLetter(mover, "far.example"), oldLetter(longMover, longestHost("f"))],
];

const LETTERS: readonly Case[] = [
  ...ADMIN_CASES.map(
    (about): Case => [
      `own admin: ${about}`,
      ownAdminLetter,
      {
        mover,
        server: "far.example",
        people: 57,
        about,
        lines: [line],
        howUrl: "https://housewarming.example/how/blocks",
      },
      { mover: longMover, server: longestHost("f"), people: 100_000, about, lines: [longLine, longLine], howUrl },
    ],
  ),
  ["old admin", oldAdminLetter, oldLetter(mover, "far.example"), oldLetter(longMover, longestHost("f"))],
  [
    "remote",
    remoteLetter,
    { mover, server: "far.example", people: 57, line, howUrl: "https://housewarming.example/how/blocks" },
    { mover: longMover, server: longestHost("f"), people: 100_000, line: longLine, howUrl },
  ],
];

function oldLetter(of: Mover, host: string) {
  const servers = Array.from({ length: 10 }, () => ({ host, people: 57 }));
  return {
    mover: of,
    servers,
    others: { servers: 1, people: 1 },
    command: `tootctl accounts migrate ${userOf(of.old)} --replay`,
    movedOn: "2026-09-20",
    notBefore: "2026-11-27",
  };
}

test("the names used here are as long as names can be", () => {
  expect(longestHost("n")).toHaveLength(253);
  expect(longMover.old).toHaveLength(40 + 1 + 253);
});

/** What stands in a text where something was not filled in, or does not belong there. */
const UNFILLED = /undefined|\bnull\b|NaN|\[object|[{}<>]|texts\.|\bnone\b/;
/** Every word of an address has to come through: nobody can follow half a name. */
const ADDRESSES = /[\w.@/:-]*(?:oldtown|newharbour|far|housewarming)\.example[\w./@-]*/g;
const addressesIn = (text: string) => new Set(text.match(ADDRESSES)?.map((one) => one.replace(/[.,:]+$/, "")));

describe.each(FOLLOWER_LOCALES)("in %s", (locale) => {
  const writer = writerOf(locale);

  test.each(POSTS)("one post holds it: %s", (_, template, words, longWords) => {
    const usual = write(template, words as never, { writer });
    const long = write(template, longWords as never, { writer });
    expect([usual.fits, long.fits], `${usual.counted} and ${long.counted} of ${long.limit}`).toEqual([true, true]);
    expect(usual.text, "usual names get the full wording").toBe(template[0]?.(words as never, writer));
  });

  test.each(LETTERS)("one letter holds it: %s", (_, template, words, longWords) => {
    expect(writeLetter(template, words as never, { writer }).fits).toBe(true);
    const long = writeLetter(template, longWords as never, { writer });
    expect(long.fits, `${long.counted} of ${long.limit}`).toBe(true);
  });

  test.each([...POSTS, ...LETTERS])("all is filled in: %s", (name, template, words) => {
    for (const [at, wording] of template.entries()) {
      const text = wording(words as never, writer);
      expect(text).not.toMatch(UNFILLED);
      expect(text.trim()).toBe(text);
      expect(text, "the address that nobody reads any more is mentioned by no post").not.toContain(`@${mover.old}`);
      expect(addressesIn(text), `${name} ${at}`).toEqual(addressesIn(template[at]?.(words as never, inEnglish) ?? ""));
    }
  });

  test("subjects are one line", () => {
    const letter = { mover, server: "far.example", people: 5, about: "our-block", lines: [line], howUrl } as const;
    const subjects = [
      writeLetter(ownAdminSubject, letter, { writer }),
      writeLetter(oldAdminSubject, oldLetter(mover, "far.example") as never, { writer }),
      writeLetter(remoteSubject, { ...letter, line }, { writer }),
    ];
    for (const { text } of subjects) expect(text).toMatch(/^[^\n]{10,120}$/);
  });
});

describe("tone", () => {
  const texts = [...POSTS, ...LETTERS].flatMap(([name, template, words]) =>
    template.map((wording) => [name, wording(words as never, inEnglish)] as const),
  );
  test.each(texts)("%s", (_, text) => {
    expect(text, "no begging, no blame").not.toMatch(/please please|unfollow|blocked me|your fault|!!|urgent/i);
  });

  test("the public post names no follower's server and begins with the tap, not with a link", () => {
    const { text } = write(publicPost, mover, { writer: inEnglish });
    expect(text.indexOf("tap my name")).toBeLessThan(text.indexOf("https://"));
    expect(text).not.toContain("far.example");
  });

  test("each mention says in its first lines why this person is written to, and how to say no", () => {
    for (const kind of KINDS) {
      const { text } = write(MENTIONS[kind], { ...mover, to: ["bo@far.example"] }, { writer: inEnglish });
      expect(text.split("\n")[1]).toContain("You followed me as maria@oldtown.example.");
      expect(text).toContain("No answer needed");
    }
  });
});
