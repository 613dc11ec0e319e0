import { describe, expect, it } from "vitest";
import { complaintsAbout, isFatal } from "./translations/complaints.ts";
import {
  baseOf,
  completionOf,
  completions,
  flat,
  LEAST_SHOWN,
  refuseIncomplete,
  TRANSLATED,
  textsOf,
} from "./translations/completion.ts";
import { parseIcu } from "./translations/icu.ts";

const english = textsOf("en");

describe.each(TRANSLATED)("%s", (locale) => {
  const texts = textsOf(locale);
  it("fills in, marks up and branches as the English does that it was made from", () => {
    // Whoever changes English need not know every language: the text is told as one of older English until it is read.
    const older = new Set(completionOf(locale, english, texts, baseOf(locale)).changed);
    const faults = Object.entries(texts).flatMap(([key, text]) =>
      complaintsAbout(english[key] ?? "", text, locale)
        .filter((complaint) => isFatal(complaint) || !older.has(key))
        .map((complaint) => `${key}: ${complaint}`),
    );
    expect(faults).toEqual([]);
  });
  it("is shown, and has no text that English dropped", () => {
    const { share, unknown } = completionOf(locale, english, texts, baseOf(locale));
    expect(share).toBeGreaterThanOrEqual(LEAST_SHOWN);
    expect(unknown).toEqual([]);
  });
});

describe("a translation is complained about", () => {
  const text = "{count, plural, one {# post} other {# posts}} by <b>{name}</b>";
  it.each([
    ["{count, plural, one {# Beitrag} other {# Beiträge}} von <b>{name}</b>", "de", []],
    ["{count}件、<b>{name}</b>", "ja", []],
    ["{count, plural, one {# Beitrag} other {# Beiträge}} von <b>Bo</b>", "de", ["lacks {name}"]],
    ["{count} Beiträge von {name}", "de", ["lacks <b>"]],
    ["{count} <b>{nom}</b>", "fr", ["lacks {name}", "has {nom}, English has not"]],
    [
      "{count, plural, one {# пост} other {# поста}} <b>{name}</b>",
      "ru",
      ['{count} lacks "few"', '{count} lacks "many"'],
    ],
    ["{count} <b>{name}", "de", ["does not parse: <b> does not close"]],
    ["{count} <b>{name}</b>}", "de", ['does not parse: "}" closes nothing']],
    ["{count, plural, one {#} other {# <b>{name}</b>}", "de", ["does not parse: {count does not close"]],
    ["{count} <b>{name}</b> ", "de", ["a space at its beginning or end differs"]],
  ])("%s", (translation, locale, complaints) => {
    expect(complaintsAbout(text, translation, locale)).toEqual(complaints);
  });
  it("where another branch is chosen from", () => {
    expect(complaintsAbout("{day, select, none {} other {on {day}}}", "{day, select, keiner {} other {{day}}}", "de")) //
      .toEqual(["lacks {day: none|other}", "has {day: keiner|other}, English has not"]);
  });
});

it.each([
  ["At most 20,000 for 30 days.", "Höchstens 20.000, 30 Tage lang.", []],
  ["At most 200,000.", "No máximo 200 mil.", []],
  ["At most 20,000.", "20\u202f000 au plus.", []],
  ["Kept for 30 days.", "30日間保存します。", []],
  ["Kept for 30 days.", "Wird 3 Tage behalten.", ["lacks 30"]],
  ["{n, plural, =10 {ten} one {# day} other {# days}}", "{n, plural, one {# Tag} other {# Tage}}", []],
  ["After 7 days.", "بعد سبعة أيام.", []],
])("complains about numbers: %s", (english, translation, complaints) => {
  expect(complaintsAbout(english, translation, "de")).toEqual(complaints);
});

it("a text of older English may lack what was added since, and may not name what is no more", () => {
  expect(complaintsAbout("{a} <b>{b}</b>", "{a}", "de").filter(isFatal)).toEqual([]);
  expect(complaintsAbout("{a}", "{a} {b}", "de").filter(isFatal)).toEqual(["has {b}, English has not"]);
});

it("reads quoted braces and lonely signs as text", () => {
  expect(parseIcu("it's '{'a'}' < 5 & {n, number, ::.00}")).toEqual([
    { kind: "text", text: "it's '{'a'}' < 5 & " },
    { kind: "argument", name: "n" },
  ]);
});

describe("completion", () => {
  const source = flat({ site: { name: "Home", claim: "Follow" }, how: { title: "How" } });
  const of = (locale: "de" | "it", texts: object, base = {}) =>
    completionOf(locale, source, flat(texts as never), base);
  it("asks of a language for followers what followers see alone", () => {
    expect(of("it", { site: { name: "Casa" } })).toMatchObject({ wanted: 2, missing: ["site.claim"], share: 0.5 });
    expect(of("de", { site: { name: "Haus" } })).toMatchObject({ wanted: 3, missing: ["site.claim", "how.title"] });
  });
  it("tells whose English is another since", () => {
    const texts = { site: { name: "Haus", claim: "Folgen" }, old: "alt" };
    const told = of("de", texts, { "site.name": "00000000", "site.claim": "5e9a0c1d" });
    expect(told.changed).toContain("site.name");
    expect(told.unknown).toEqual(["old"]);
  });
  it("ends a build that would show English for the most part", () => {
    expect(() => refuseIncomplete([of("it", { site: { name: "Casa" } })])).toThrow("it has 50 %");
    expect(() => refuseIncomplete(completions())).not.toThrow();
  });
});
