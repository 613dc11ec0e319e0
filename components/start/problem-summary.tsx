import { useTranslations } from "next-intl";
import type { FieldProblems } from "./problems.ts";

/** First on the page after a refused form, with a way to each field: a reader who sees only one line at a time needs it. */
export function ProblemSummary({ problems }: { problems: FieldProblems }) {
  const t = useTranslations("start.problem");
  const entries = Object.entries(problems);
  if (entries.length === 0) return null;
  return (
    <div className="note note--alert" role="alert">
      <p className="font-semibold">{t("title", { count: entries.length })}</p>
      <ul className="mt-1 text-sm">
        {entries.map(([field, code]) => (
          <li key={field}>
            <a className="underline underline-offset-4" href={`#${field.replace(".", "-")}`}>
              {t(code)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
