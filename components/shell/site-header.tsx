import Link from "next/link";
import { useTranslations } from "next-intl";
import { Logo } from "./logo.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export function SiteHeader() {
  const t = useTranslations("site");
  const words = {
    label: t("theme.label"),
    system: t("theme.system"),
    light: t("theme.light"),
    dark: t("theme.dark"),
  };
  return (
    <header className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
      <Link className="flex items-center gap-2.5 rounded-lg font-display text-xl tracking-tight" href="/">
        <Logo className="size-8" />
        {t("name")}
      </Link>
      <nav aria-label={t("nav.label")} className="flex items-center gap-1 print:hidden">
        <Link className="hidden rounded-lg px-3 py-2 text-quiet hover:text-ember-strong sm:block" href="/how">
          {t("nav.how")}
        </Link>
        <ThemeSwitch words={words} />
      </nav>
    </header>
  );
}
