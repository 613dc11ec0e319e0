import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import english from "#i18n/en.json";
import { HowBlocks } from "./how-blocks.tsx";

const html = renderToStaticMarkup(
  createElement(NextIntlClientProvider, {
    locale: "en",
    messages: english,
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
    // biome-ignore lint/correctness/noChildrenProp: the provider's type asks for it
    children: createElement(HowBlocks),
  }),
);

test("both tables stand whole, each row with its name and two cells", () => {
  const rows = [...html.matchAll(/<tr class="block[^>]*>.*?<\/tr>/gs)].map(([row]) => row);
  expect(rows).toHaveLength(7 + 5);
  for (const row of rows) {
    expect(row.match(/<th [^>]*scope="row"/g)).toHaveLength(1);
    expect(row.match(/<td /g)).toHaveLength(2);
  }
});

test("it says what a block does not do, and gives the steps", () => {
  const text = html.replace(/<[^>]+>/g, "");
  for (const words of [
    "A limit never drops a move",
    "The follows do not come back",
    "Sub-domains are always included",
    "Moderation › Federation",
    "tootctl accounts migrate NAME --replay",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/howBlocks\.|\{|\}/);
});

test("each section can be linked to", () => {
  for (const id of ["levels", "ways", "why", "admins", "myths"])
    expect(html).toContain(`<section class="section" id="${id}">`);
});
