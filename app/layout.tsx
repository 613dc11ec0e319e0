import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { type BrokenWords, brokenAttribute } from "#components/shell/broken-words.ts";
import { Notice } from "#components/shell/notice.tsx";
import { PageRoom } from "#components/shell/page-room.tsx";
import { SiteFooter } from "#components/shell/site-footer.tsx";
import { SiteHeader } from "#components/shell/site-header.tsx";
import { SHOW_CHOSEN } from "#components/shell/theme-choice.ts";
import { direction, languageTag } from "#i18n/locales.ts";
import { readConfig } from "#lib/config.ts";
import { defined } from "#lib/flow/defined.ts";
import { readAlternates } from "./alternates.ts";
import "./globals.css";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f5" },
    { media: "(prefers-color-scheme: dark)", color: "#12141b" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale, alternates] = await Promise.all([getTranslations("site"), getLocale(), readAlternates()]);
  const title = `${t("name")} · ${t("claim")}`;
  const card = { url: `/card.png?in=${languageTag(locale)}`, width: 1200, height: 630, alt: t("card") };
  return {
    metadataBase: new URL(readConfig(process.env).publicUrl),
    title: { default: title, template: `%s · ${t("name")}` },
    description: t("description"),
    ...defined({ alternates }),
    icons: { icon: "/icon.svg", apple: "/touch-icon.png" },
    manifest: `/site.webmanifest?in=${languageTag(locale)}`,
    openGraph: { type: "website", siteName: t("name"), title, description: t("description"), images: [card] },
    twitter: { card: "summary_large_image" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

/** The two Latin faces; other scripts load by their range. */
const FONTS = ["/fonts/bricolage-700-latin.woff2", "/fonts/commissioner-var-latin.woff2"] as const;

/** Reading the nonce makes every page be rendered for its request, as the content policy needs. */
export default async function Layout({ children }: { children: ReactNode }) {
  const [locale, nonce, messages, t, broken] = await Promise.all([
    getLocale(),
    readNonce(),
    getMessages(),
    getTranslations("site"),
    readBrokenWords(),
  ]);
  const { notice, contact } = readConfig(process.env);
  for (const font of FONTS) preload(font, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html dir={direction(locale)} lang={languageTag(locale)} suppressHydrationWarning>
      <body {...brokenAttribute(broken)}>
        <script nonce={nonce} suppressHydrationWarning>
          {SHOW_CHOSEN}
        </script>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        <Notice text={notice} />
        <PageRoom header={<SiteHeader />}>
          <NextIntlClientProvider messages={{ error: messages.error, site: { name: messages.site.name } }}>
            {children}
          </NextIntlClientProvider>
        </PageRoom>
        <SiteFooter contact={contact} language={languageTag(locale)} />
      </body>
    </html>
  );
}

async function readBrokenWords(): Promise<BrokenWords> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  return {
    ...{ lang: languageTag(locale), dir: direction(locale), site: t("site.name") },
    ...{ title: t("error.title"), what: t("error.what"), again: t("error.again"), start: t("error.start") },
  };
}

const readNonce = async () => (await headers()).get("x-nonce") ?? undefined;
