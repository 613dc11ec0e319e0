import type { Metadata } from "next";
import { headers } from "next/headers";
import { INTERFACE_LOCALES } from "#i18n/locales.ts";

/** Pages that a search may find. A check and what belongs to it is nobody else's. */
const PUBLIC = new Set(["/", "/how", "/how/blocks", "/privacy", "/bot"]);

/** The same page in the other languages; without a language in its address it is in the reader's own. */
export async function readAlternates(): Promise<Metadata["alternates"]> {
  const address = (await headers()).get("x-address") ?? "";
  const [path = ""] = address.split("?");
  if (!PUBLIC.has(path)) return {};
  const languages = Object.fromEntries(INTERFACE_LOCALES.map((locale) => [locale, `${path}?lang=${locale}`]));
  return { canonical: address, languages: { ...languages, "x-default": path } };
}
