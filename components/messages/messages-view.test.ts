import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { NOW, person, published, report, scene, server, state } from "#testing/components/messages.ts";
import { inEnglish } from "#testing/writers.ts";
import { MessagesView, type MessagesViewProps } from "./messages-view.tsx";
import { SHARE_PROBLEMS } from "./share/share-stage.ts";
import { ShareView, type ShareViewProps } from "./share/share-view.tsx";

const nowhere = () => undefined;
const router = {
  back: nowhere,
  forward: nowhere,
  refresh: nowhere,
  push: nowhere,
  replace: nowhere,
  prefetch: nowhere,
};

/** Any complaint about words fails the test: a missing key, a value nobody gave. */
function draw(element: ReactElement): string {
  const onError = (error: Error) => {
    throw error;
  };
  const routed = createElement(AppRouterContext.Provider, { value: router as never }, element);
  const words = { locale: "en" as const, messages: english, onError, timeZone: "UTC", children: routed };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, words));
}

const nobody = { accts: [], total: 0 };
const names = (people: Parameters<typeof scene>[0], more = {}) => ({
  ...{ scene: scene(people), more: 0, asked: nobody, skipped: nobody },
  ...more,
});

const page = (more: Partial<MessagesViewProps> = {}) =>
  draw(
    createElement(MessagesView, {
      state: state(),
      report: report(),
      checkPath: "/check/abc",
      link: undefined,
      names: names([]),
      letters: {
        howUrl: "https://hw.example/how/blocks",
        now: NOW,
        memory: {},
        wroteOldAdmin: false,
        writer: inEnglish,
      },
      writers: { everybody: inEnglish, known: inEnglish },
      ...more,
    }),
  );
const share = (more: Partial<ShareViewProps> = {}) =>
  draw(
    createElement(ShareView, {
      proofLink: "https://house.example/check/abc",
      ...{ state: state(), report: report(), checkPath: "/check/abc", now: NOW, problem: null },
      ...more,
    }),
  );
const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const ann = person("ann@far.example", { youFollow: true, display: "Ann <b>" });
const bo = person("bo@far.example", { profile: { nobot: true } });
const busy = report({
  counts: { ...report().counts, byReach: { blocked: 9, unknown: 4 } },
  servers: [
    server("far.example", {
      reach: "blocked",
      causes: { "new-server-blocked": 9 },
      facts: [published("onTarget.list")],
    }),
    server("near.example", { causes: { "notice-lost": 7 } }),
    server("alone.example", { onePerson: true, causes: { "old-server-blocked": 1 }, reach: "works" }),
  ],
});

describe("the page of messages", () => {
  it("has every text in its first HTML", () => {
    const html = page({ report: busy, names: names([ann, bo]) });
    for (const id of ["public", "short", "last-week", "off-platform", "off-platform-blocked", "question", "thanks"])
      expect(html).toContain(`data-text="${id}"`);
    expect(html).toContain("tap my name and press Follow");
    expect(html).toContain("@ann@far.example\nYou followed me as maria@oldtown.example");
    for (const letter of ["own", "remote", "old"]) expect(html).toContain(`data-letter="${letter}"`);
    expect(words(html)).toMatch(/\d+ of 500 characters, as newharbour\.example counts/);
  });
  it("ticks people whom the mover follows and nobody else, and has no button for all", () => {
    const html = page({ names: names([ann, bo]) });
    const boxes = html.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? [];
    expect(boxes.map((box) => [/name="tick ([^"]+)"/.exec(box)?.[1], box.includes("checked")])).toEqual([
      [ann.acct, true],
      [bo.acct, false],
    ]);
    expect(words(html)).not.toMatch(/select all|tick all|everyone below/i);
  });
  it("says why somebody is not ticked beforehand", () =>
    expect(words(page({ names: names([bo]) }))).toContain("You don’t follow them"));
  it("sends nothing: forms go to us, and carry ticks and marks alone", () => {
    const html = page({ report: busy, names: names([ann]) });
    const actions = [...html.matchAll(/(?:form)?action="([^"]+)"/gi)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(3);
    for (const action of actions)
      expect(action).toMatch(
        /^(?:\/check\/abc\/messages\/(?:plan\.txt|plan\.ics|marks|letters)|#(?:everybody|names|known|admins))$/,
      );
  });
  it("leaves markup in names what it is: text", () => expect(page({ names: names([ann]) })).not.toContain("<b>"));
  it("names no server of one person", () => {
    const html = page({ report: busy });
    expect(html).not.toContain("alone.example");
    expect(html).toContain('data-why="own-decision"');
  });
  it("says that thirty is enough", () => {
    const html = words(page({ names: names([ann], { asked: { accts: ["cy@far.example"], total: 30 } }) }));
    expect(html).toContain("That’s the most one move should ask of others");
    expect(html).not.toContain("@ann@far.example");
    expect(html).toContain("30 people asked");
  });
  it("shows the post alone as long as nobody has proven anything", () => {
    const proof = {
      state: "missing" as const,
      link: "https://hw.example/check/abc",
      account: "maria@newharbour.example",
    };
    const html = page({ report: busy, state: state({ proof }), names: null });
    expect(html.match(/data-text=/g)).toHaveLength(1);
    expect(html).toContain('data-text="public"');
    expect(html).toContain(proof.link);
    for (const closed of ["data-letter", "data-acct", "data-post", "far.example"]) expect(html).not.toContain(closed);
  });
  it.each([
    ["a planned move", report({ mode: "planned", new: null }), "before"],
    ["a move not made", report({ move: { state: "not-started", findings: [] } }), "before"],
  ])("offers one post before %s", (_, given, id) => {
    const html = page({ report: given, names: null });
    expect(html.match(/data-text="([^"]+)"/g)).toEqual([`data-text="${id}"`]);
  });
  it("offers nothing that would be untrue", () => {
    const html = page({ report: report({ move: { state: "elsewhere", findings: [] } }), names: null });
    expect(html).not.toContain("data-text");
    expect(html).toContain('href="/check/abc"');
  });
  it("has no field twice", () => {
    const ids = [...page({ report: busy, names: names([ann, bo]) }).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("never says lost, absent or left behind about people", () =>
    expect(words(page({ report: busy, names: names([ann, bo]) }))).not.toMatch(/\b(lost|absent|left behind)\b/i));
});

describe("the owner's side of the page for followers", () => {
  const made = state({
    share: { url: "https://hw.example/r/token", until: "2026-12-20T12:00:00.000Z", showsMissing: false },
  });

  it("is a plain form", () => {
    const html = share();
    expect(html).toMatch(/<form[^>]*action="\/check\/abc\/share\/make"[^>]*method="post"/);
    expect([...html.matchAll(/name="days"[^>]*value="(\d+)"/g)].map(([, days]) => days)).toEqual(["7", "30", "90"]);
  });
  it("shows the link, its code and the days that are left", () => {
    const html = share({ state: made });
    expect(html).toContain('value="https://hw.example/r/token"');
    expect(html).toContain("<path d=");
    expect(words(html)).toContain("Shows numbers for 30 more days.");
    expect(html).toContain('name="remove"');
  });
  it("says that the numbers have ended and the page has not", () => {
    const ended = state({ share: { url: "https://hw.example/r/token", until: NOW, showsMissing: false } });
    expect(words(share({ state: ended }))).toContain("The page itself stays");
  });
  it("says what stands in the way", () => {
    for (const problem of SHARE_PROBLEMS) expect(share({ problem })).toContain('role="alert"');
    expect(share({ state: state({ proof: { state: "missing", link: "https://hw.example/check/abc" } }) })).toContain(
      "proof-link",
    );
    expect(words(share({ report: report({ mode: "planned", new: null }) }))).toContain("The page is for afterwards");
  });
});
