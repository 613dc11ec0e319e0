import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import type { HandlePreview } from "#lib/contract/preview.ts";
import HiddenList from "./hidden-list.tsx";

const said = (more: Partial<HandlePreview>): string => {
  const old = { acct: "maria@old.example", host: "old.example", listHidden: true, ...more };
  const children = createElement(HiddenList, { old });
  const provided = { locale: "en", messages: english, timeZone: "UTC", children } as const;
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
};

it.each<[string, Partial<HandlePreview>, boolean]>([
  ["moved Mastodon account", { movedTo: "maria@new.example", closesAfterMove: true }, false],
  ["moved account of unknown software", { movedTo: "maria@new.example" }, false],
  ["Mastodon account that has not moved", { movedTo: null, closesAfterMove: true }, true],
  ["moved account elsewhere", { movedTo: "maria@new.example", closesAfterMove: false }, true],
])("a %s is offered what it can do and nothing else", (_, preview, canSwitch) => {
  expect(said(preview).includes("Show the list")).toBe(canSwitch);
  expect(said(preview).includes("no privacy settings any more")).toBe(!canSwitch);
  expect(said(preview).match(/<li>/g)).toHaveLength(3);
});
