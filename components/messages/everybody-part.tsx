import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FollowerLocale } from "#i18n/locales.ts";
import type { Report } from "#lib/contract/report.ts";
import { LanguagePicker } from "./language-picker.tsx";
import { Part } from "./part.tsx";
import { FoldedText, TextCard } from "./text-card.tsx";
import type { PageText } from "./texts.ts";

type EverybodyPartProps = {
  texts: readonly PageText[];
  language: FollowerLocale;
  report: Report;
  checkPath: string;
  /** Where the link in the texts leads. `none`: they hold none of ours. */
  page: "made" | "possible" | "none";
};

export function EverybodyPart({ texts, language, report, checkPath, page }: EverybodyPartProps) {
  const t = useTranslations("writing.everybody");
  const [first, ...rest] = texts;
  if (!first) return null;
  return (
    <Part id="everybody" text={t("text")} title={t("title")}>
      <div className="mt-4">
        <TextCard report={report} text={first}>
          {page === "none" ? null : (
            <p className="hint mt-3 max-w-prose">
              {t(page === "made" ? "page" : "noPage")}{" "}
              {page === "possible" ? (
                <Link href={`${checkPath}/share`} prefetch={false}>
                  {t("makePage")}
                </Link>
              ) : null}
            </p>
          )}
        </TextCard>
        <ul className="mt-2">
          {rest.map((text) => (
            <FoldedText key={text.id} report={report} text={text} />
          ))}
        </ul>
        <LanguagePicker language={language} part="everybody" />
      </div>
    </Part>
  );
}
