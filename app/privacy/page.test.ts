import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import Privacy from "./page.tsx";

const { signIn, letIn, kept } = english.privacy.sections;
afterEach(() => vi.unstubAllEnvs());

it.each(["on", "off"])("speaks of signing in where that is possible: %s", (value) => {
  vi.stubEnv("SIGNIN", value);
  const provided = { locale: "en", messages: english, timeZone: "UTC", children: createElement(Privacy) } as const;
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
  expect(html).toContain(kept.title);
  for (const { title } of [signIn, letIn]) expect(html.includes(`${title}</h2>`)).toBe(value === "on");
});
