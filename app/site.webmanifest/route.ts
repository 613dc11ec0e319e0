import type { MetadataRoute } from "next";
import { createTranslator } from "next-intl";
import { direction, INTERFACE_LOCALES, type InterfaceLocale } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";
import { chooseLocale } from "#i18n/negotiate.ts";

/**
 * A phone may keep the site on its first screen, and hand over profiles from its share sheet. The language stands in the
 * address: a browser fetches this without the cookie that keeps one. `?in=` and not `?lang=`, for nobody chooses here.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("in");
  const manifest = await manifestIn(chooseLocale({ asked }, INTERFACE_LOCALES));
  return new Response(JSON.stringify(manifest), {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=86400" },
  });
}

async function manifestIn(locale: InterfaceLocale): Promise<MetadataRoute.Manifest> {
  const t = createTranslator({ locale, messages: await messagesOf(locale) });
  const name = t("site.name");
  return {
    // One site in every language, and not one for each address of this file.
    id: "/",
    name: `${name}: ${t("site.claim")}`,
    short_name: name,
    lang: locale,
    dir: direction(locale),
    start_url: "/",
    display: "minimal-ui",
    background_color: "#faf8f5",
    theme_color: "#faf8f5",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/touch-icon.png", type: "image/png", sizes: "180x180" },
    ],
    share_target: { action: "/", method: "GET", params: { title: "title", text: "text", url: "url" } },
  };
}
