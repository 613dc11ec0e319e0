import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "#components/shell/notice.tsx";
import { SiteFooter } from "#components/shell/site-footer.tsx";
import { SiteHeader } from "#components/shell/site-header.tsx";
import { SHOW_CHOSEN } from "#components/shell/theme-choice.ts";
import { direction } from "#i18n/locales.ts";
import { readConfig } from "#lib/config.ts";
import "./globals.css";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6f0" },
    { media: "(prefers-color-scheme: dark)", color: "#121110" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return {
    title: { default: `${t("name")} · ${t("claim")}`, template: `%s · ${t("name")}` },
    description: t("description"),
    icons: { icon: "/icon.svg" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

/** Reading the nonce makes every page be rendered for its request, as the content policy needs. */
export default async function Layout({ children }: { children: ReactNode }) {
  const [locale, nonce, messages, t] = await Promise.all([
    getLocale(),
    readNonce(),
    getMessages(),
    getTranslations("site"),
  ]);
  return (
    <html dir={direction(locale)} lang={locale} suppressHydrationWarning>
      <body className="flex flex-col">
        <script nonce={nonce} suppressHydrationWarning>
          {SHOW_CHOSEN}
        </script>
        <a
          className="sr-only rounded-lg bg-card focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:px-4 focus:py-3"
          href="#main"
        >
          {t("skip")}
        </a>
        <Notice text={readConfig(process.env).notice} />
        <SiteHeader />
        <main className="mx-auto w-full max-w-5xl flex-1 px-4 pt-4 sm:px-6 sm:pt-8" id="main">
          <NextIntlClientProvider messages={{ error: messages.error }}>{children}</NextIntlClientProvider>
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}

const readNonce = async () => (await headers()).get("x-nonce") ?? undefined;
