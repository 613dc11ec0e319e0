import { useTranslations } from "next-intl";
import { DrawnIcon } from "#components/ui/drawn-icon.tsx";
import { Logo } from "./logo.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export function SiteHeader() {
  const t = useTranslations("site");
  const icon = "size-4";
  const choices = {
    system: { label: t("theme.system"), icon: <DrawnIcon className={icon} name="monitor" /> },
    light: { label: t("theme.light"), icon: <DrawnIcon className={icon} name="sun" /> },
    dark: { label: t("theme.dark"), icon: <DrawnIcon className={icon} name="moon" /> },
  };
  return (
    <header className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
      <a className="flex items-center gap-2.5 rounded-lg font-display text-xl tracking-tight" href="/">
        <Logo className="size-8" />
        {t("name")}
      </a>
      <nav aria-label={t("nav.label")} className="flex items-center gap-1 print:hidden">
        <a className="hidden rounded-lg px-3 py-2 text-quiet hover:text-ember-strong sm:block" href="/how">
          {t("nav.how")}
        </a>
        <ThemeSwitch choices={choices} label={t("theme.label")} />
      </nav>
    </header>
  );
}
