import { useFormatter, useTranslations } from "next-intl";
import { shownCause } from "#i18n/cause-words.ts";
import type { BeforeScene } from "./scene.ts";

/** Who is lost whatever one chooses, so that nobody blames the choice. */
export function Lost({ scene: { comparison, report, ended } }: { scene: BeforeScene }) {
  const t = useTranslations("before.lostPart");
  const causes = useTranslations("causes");
  const format = useFormatter();
  const reasons = Object.entries(comparison.lostBy).sort(([, one], [, other]) => other - one);
  if (!ended || reasons.length === 0) return null;
  return (
    <section className="section">
      <h2 id="lost">{t("title", { count: comparison.lost })}</h2>
      <p className="quiet card-lead">{t("text")}</p>
      <ul className="losses card">
        {reasons.map(([cause, people]) => {
          const shown = shownCause(cause);
          return shown === "none" ? null : (
            <li key={cause}>
              <span>{causes(`${shown}.title`, { old: report.old.host, new: "" })}</span>
              <b className="num">{format.number(people)}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
