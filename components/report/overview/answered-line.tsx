import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { Report } from "#lib/contract/report.ts";
import { answeredServers, isMostlyAnswered } from "./answered.ts";

type AnsweredLineProps = { report: Report; checkPath: string };

/** How many of the servers that were asked gave an answer. */
export function AnsweredLine({ report, checkPath }: AnsweredLineProps) {
  const t = useTranslations("report");
  const { asked, answered } = answeredServers(report.servers);
  if (asked === 0) return null;
  const good = isMostlyAnswered({ asked, answered });
  return (
    <p className="runline">
      <span>
        <Icon className={good ? "ok" : "warn"} name={good ? "good" : "warn"} />
        {t("answered", { asked, answered })}
      </span>
      <Link href={`${checkPath}/servers${good ? "" : "?show=silent"}`} prefetch={false}>
        {t(good ? "whatAsked" : "whichSilent")}
      </Link>
    </p>
  );
}
