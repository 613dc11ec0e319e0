import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { OwnBlocks } from "./own-blocks.tsx";

const NONE = english.signIn.own.none;
const UNREAD = english.signIn.own.unread;

function shown(own: Parameters<typeof OwnBlocks>[0]["own"]): string {
  const children = createElement(OwnBlocks, { own, host: "new.example" });
  const provider = { locale: "en", messages: { signIn: english.signIn }, timeZone: "UTC", children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provider));
}

const nothing = { domains: [], people: [], cuts: [] };

it("says that the owner blocks nobody only where all of it was read", () => {
  expect(shown(nothing)).toContain(NONE);
  expect(shown({ ...nothing, unread: true })).toContain(UNREAD);
  expect(shown({ ...nothing, unread: true })).not.toContain(NONE);
});

it("says no more than probably of servers where a block may spare people", () => {
  const domains = ["far.example"];
  expect(shown({ ...nothing, domains })).toContain("Nobody there can follow you");
  expect(shown({ ...nothing, domains, maySpare: true })).not.toContain("Nobody there can follow you");
  expect(shown({ ...nothing, domains, maySpare: true })).toContain("probably");
});

it("names what was read, and says that there may be more", () => {
  const page = shown({ ...nothing, domains: ["far.example"], unread: true });
  expect(page).toContain("far.example");
  expect(page).toContain(UNREAD);
});
