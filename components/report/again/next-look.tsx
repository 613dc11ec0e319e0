import { useTranslations } from "next-intl";
import { LookDay } from "./look-day.tsx";

/** Below the headline: when the check looks again, and the way to turn that off. */
export function NextLook({ at }: { at: string }) {
  const t = useTranslations("report.looks");
  return <a href="#looks">{t.rich("next", { day: () => <LookDay at={at} /> })}</a>;
}
