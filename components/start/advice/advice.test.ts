import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import type { HandlePreview } from "#lib/contract/preview.ts";
import { advise, guessMoveDay, showsNoTarget } from "./advice.ts";
import AdviceItems from "./advice-items.tsx";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const old: HandlePreview = { acct: "maria@old.example", host: "old.example", movedTo: "maria@new.example" };
const fresh: HandlePreview = { acct: "maria@new.example", host: "new.example", movedTo: null };
const ids = (one?: HandlePreview, other?: HandlePreview) => advise(one, other, NOW).map(({ id }) => id);

describe("advice before the start", () => {
  it("has nothing to say about a plain move", () => expect(ids(old, fresh)).toEqual([]));
  it("says nothing before anything is known", () => expect(ids(undefined, undefined)).toEqual([]));
  it("offers to swap only where the new account points to the old one", () => {
    expect(ids(fresh, old)).toEqual(["swap"]);
    expect(ids({ ...old, movedTo: null }, fresh)).toEqual(["not-moved"]);
  });
  it("sees the same account twice", () => expect(ids(old, { ...old })).toEqual(["same"]));
  it("offers for the same account the one it points to, or an empty field", () => {
    const offered = (one: HandlePreview) => {
      const advice = advise(one, one, NOW);
      const items = createElement(AdviceItems, {
        advice,
        onPlan: () => undefined,
        onSwap: () => undefined,
        onUseAsNew: () => undefined,
      });
      const provided = { locale: "en", messages: english, timeZone: "UTC", children: items } as const;
      const html = renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
      return /<button[^>]*>(.*?)<\/button>/.exec(html)?.[1];
    };
    expect(offered(old)).toBe("Use @maria@new.example");
    expect(offered(fresh)).toBe(english.start.advice.sameEmpty);
  });
  it("sees a redirect that leads elsewhere", () => {
    const elsewhere = { ...old, movedTo: "maria@third.example" };
    expect(advise(elsewhere, fresh, NOW)).toEqual([
      { id: "elsewhere", old: "maria@old.example", target: "maria@third.example" },
    ]);
  });
  it("takes a link that is nobody's address for a redirect, and offers it to nobody", () =>
    expect(ids({ ...old, movedTo: "https://third.example/somewhere/else" }, fresh)).toEqual([]));
  it("does not conclude from a software that publishes no redirect", () => {
    const { movedTo: _, ...silent } = old;
    expect(ids(silent, fresh)).toEqual([]);
  });
  it("warns of approval by hand, hidden lists and chains", () =>
    expect(ids(old, { ...fresh, locked: true, listHidden: true, movedTo: "m@third.example" })).toEqual([
      "onward",
      "locked",
      "new-hidden",
    ]));
  it("calls a move early for two days after the last post", () => {
    expect(ids({ ...old, lastPostAt: "2026-11-19T12:00:00Z" }, fresh)).toEqual(["early"]);
    expect(ids({ ...old, lastPostAt: "2026-11-17T12:00:00Z" }, fresh)).toEqual([]);
  });
  it("asks for the new address where the old account shows none, and not where it has not moved", () => {
    const { movedTo: _, ...silent } = old;
    expect(
      [silent, { ...old, movedTo: "https://third.example/some/where" }, old, fresh, undefined].map(showsNoTarget),
    ).toEqual([...[true, true, false, false, false]]);
  });
  it("has a hint about Threads", () => {
    const there = { ...old, acct: "maria@threads.net", host: "threads.net" };
    expect(ids(there, fresh)).toEqual(["threads"]);
  });
  it("guesses the day from the last post of a moved account alone", () => {
    expect(guessMoveDay({ ...old, lastPostAt: "2026-11-17T12:00:00Z" })).toBe("2026-11-17");
    expect(guessMoveDay({ ...fresh, lastPostAt: "2026-11-17T12:00:00Z" })).toBeUndefined();
  });
});
