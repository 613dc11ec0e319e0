import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { LetInView } from "./let-in-view.tsx";

type Props = Parameters<typeof LetInView>[0];
const REPORT = {
  new: { acct: "alice@new.example", host: "new.example", software: { name: "mastodon", version: "4.6.5" } },
};
const offer = { host: "new.example", rights: ["profile", "read:follows", "write:follows"], coarse: false };
const PEOPLE = [{ acct: "ann@open.example", display: "Ann" }, { acct: "ben@open.example" }];
const waiting = { people: PEOPLE, total: 2, next: null, all: 5, offer };
const row = (letIn: object) => ({ account: "new", acct: "alice@new.example", host: "new.example", asked: {}, letIn });

function shown(
  change: { readonly state?: object; readonly waiting?: object; readonly signInPath?: null } = {},
): string {
  const given = {
    ...{ checkPath: "/check/x", problem: null, end: null, report: REPORT },
    signInPath: change.signInPath === undefined ? "/check/x/signin" : change.signInPath,
    state: { state: "done", ...change.state },
    waiting: { ...waiting, ...change.waiting },
  } as unknown as Props;
  const messages = { letIn: english.letIn, signIn: english.signIn };
  const view = createElement(LetInView, given);
  const provider = { locale: "en", messages, timeZone: "UTC", children: view };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provider))
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

it("names who waits, what it takes and that it is the one thing that is done for somebody, before anything is pressed", () => {
  const page = shown();
  for (const text of [
    "Ann @ann@open.example",
    "@ben@open.example",
    "write:follows",
    "Let these 2 people in",
    "the one thing",
    "3 more requests",
  ])
    expect(page).toContain(text);
});

it.each([
  ["at work", { wanted: 3, in: 1, gone: 0 }, ["1 of 3 people let in.", "It goes on by itself.", "Stop"], "Let these"],
  [
    "done",
    { wanted: 3, in: 2, gone: 1, end: "done" },
    ["2 of 3 people let in.", "One request wasn’t there any more", "That’s all of them."],
    "Stop",
  ],
  [
    "refused on the way, to be tried again",
    { wanted: 3, in: 1, gone: 0, end: "refused" },
    ["new.example didn’t let us go on", "Let these 2 people in"],
    "Stop",
  ],
])("says how far it is: %s", (_, letIn, texts, not) => {
  const page = shown({ state: { signIns: [row(letIn)] } });
  for (const text of texts) expect(page).toContain(text);
  expect(page).not.toContain(not);
});

it("says where a permission lets an app read more than is read", () => {
  const coarse = "This software has no narrower permission";
  expect(shown()).not.toContain(coarse);
  expect(shown({ waiting: { offer: { ...offer, rights: ["read", "follow"], coarse: true } } })).toContain(coarse);
});

it("leads to the own server where only its owner can do it, and to signing in where nobody has looked", () => {
  expect(shown({ waiting: { offer: null } })).toContain("This can only be done by you, on new.example.");
  expect(shown({ waiting: { people: [], total: 0, all: null } })).toContain("Sign in to look");
});

it("leads to the sign-in where nobody has looked yet, and nowhere where that is turned off", () => {
  const unseen = { waiting: { people: [], total: 0, all: null } };
  expect(shown(unseen)).toContain("Sign in to look");
  expect(shown({ ...unseen, signInPath: null })).not.toMatch(/sign in/i);
});
