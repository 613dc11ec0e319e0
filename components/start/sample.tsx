import { useTranslations } from "next-intl";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { WhoBar } from "#components/ui/groups/who-bar.tsx";

const SAMPLE = { here: 528, you: 14, follower: 57, admin: 21, nobody: 8, unknown: 12 } as const;
const ROWS = ["you", "follower", "admin", "nobody", "unknown"] as const;

/** A made-up result in small, marked as such: it says faster than words what a check gives. */
export function Sample() {
  const t = useTranslations("start.get");
  return (
    <aside aria-label={t("title")} className="sample card">
      <span className="tag sample__label">{t("example")}</span>
      <h2>{t("headline")}</h2>
      <div className="mt-3">
        <WhoBar counts={SAMPLE} label={t("bar")} />
      </div>
      <ul className="sample__list">
        {ROWS.map((group) => (
          <li key={group}>
            <Swatch group={group} />
            {t(`rows.${group}`)}
            <b className="num">{SAMPLE[group]}</b>
          </li>
        ))}
      </ul>
    </aside>
  );
}
