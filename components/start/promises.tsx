import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";

/** What a check asks of the person who starts one. */
export function Promises() {
  const t = useTranslations("start.form");
  const li = (words: React.ReactNode) => (
    <li>
      <Icon name="check" />
      {words}
    </li>
  );
  return (
    <ul className="promise">
      {t.rich("promises", { li })}
      <li>
        <a href="/privacy">{t("promiseLink")}</a>
      </li>
    </ul>
  );
}
