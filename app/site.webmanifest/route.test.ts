import { expect, it } from "vitest";
import { INTERFACE_LOCALES } from "#i18n/locales.ts";
import { GET } from "./route.ts";

const manifestAt = async (query: string) =>
  (await GET(new Request(`https://house.test/site.webmanifest${query}`))).json();

it.each(INTERFACE_LOCALES)("is written in %s, for the one site that it is in every language", async (locale) => {
  const [own, english] = await Promise.all([manifestAt(`?in=${locale}`), manifestAt("")]);
  expect(own).toMatchObject({ lang: locale, dir: locale === "ar" ? "rtl" : "ltr", id: "/", start_url: "/" });
  expect(own.name === english.name).toBe(locale === "en");
});

it("is English for a language that the site does not have", async () => {
  expect((await manifestAt("?in=tlh")).lang).toBe("en");
});
