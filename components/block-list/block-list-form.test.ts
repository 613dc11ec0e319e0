import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { BlockListForm, type ListSent, listSentIn } from "./block-list-form.tsx";

/** Any complaint about words fails the test. */
function draw(sent: ListSent | undefined, host?: string): string {
  const onError = (error: Error) => {
    throw error;
  };
  const children = createElement(BlockListForm, { checkPath: "/check/abc", host, sent });
  const words = { locale: "en" as const, messages: english, onError, timeZone: "UTC", children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, words));
}

it("is folded away until it is asked for, and needs no script", () => {
  const html = draw(undefined);
  expect(html).not.toMatch(/<details[^>]* open/);
  expect(html).toContain('action="/check/abc/block-list"');
  expect(html).toContain('encType="multipart/form-data"');
  expect(html).toContain('name="server"');
});

it("knows on a server's page whose list it is", () => {
  const html = draw(undefined, "far.test");
  expect(html).toContain('<input type="hidden" name="host" value="far.test"/>');
  expect(html).not.toContain('name="server"');
});

it.each([
  ["no-file", "Choose a file first."],
  ["no-list", "We found no block list in this file."],
  ["too-long", "This list is too long."],
  ["too-many", "too many lists for one check"],
  ["nobody-there", "none of your followers on this server"],
  ["host-syntax", "a character that no server name can have"],
  ["anything", "We couldn’t read this."],
  ["read", "We’ve read the list of far.test"],
])("says %s in words, opened", (code, words) => {
  const html = draw({ code, server: "far.test" });
  expect(html).toContain(words);
  expect(html).toMatch(/<details[^>]* open/);
});

it("reads from the page's address what became of a list", () => {
  expect(listSentIn({})).toBeUndefined();
  expect(listSentIn({ list: "no-list", of: "far.test" })).toEqual({ code: "no-list", server: "far.test" });
});
