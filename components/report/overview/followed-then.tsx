import { useTranslations } from "next-intl";
import type { Report } from "#lib/contract/report.ts";

/** After a move that was planned here: of those whom one follows, whom one may look for in vain. */
export function FollowedThen({ report }: { report: Report }) {
  const t = useTranslations("before.following");
  if (!report.followedThen || !report.new) return null;
  const { cannot: shut, ...numbers } = report.followedThen;
  return (
    <section aria-labelledby="followed-then" className="section card stack">
      <h2 id="followed-then">{t("afterTitle")}</h2>
      <p>{t("after", { host: report.new.host })}</p>
      <p>{t("line", { ...numbers, shut })}</p>
    </section>
  );
}
