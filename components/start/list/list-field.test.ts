import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { readAsked } from "../asked.ts";
import { ListField } from "./list-field.tsx";

const drawn = (query: Readonly<Record<string, string>>): string => {
  const children = createElement(ListField, { asked: readAsked(query) });
  const provided = { locale: "en", messages: english, timeZone: "UTC", children } as const;
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
};

it("sends what a file says of its list along with it, after a refusal too", () => {
  const file = { "before.kind": "snapshot", "before.takenAt": "2026-11-02T08:30:00.000Z" };
  const html = drawn({ "before.handles": "bo@far.example", ...file });
  for (const [name, value] of Object.entries(file)) expect(html).toMatch(RegExp(`name="${name}"[^>]*value="${value}"`));
  expect(drawn({})).toMatch(/name="before.kind"[^>]*value="list"/);
});
