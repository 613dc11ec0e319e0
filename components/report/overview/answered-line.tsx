import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import type { Report } from "#lib/contract/report.ts";
import { answeredServers, isMostlyAnswered } from "./answered.ts";

type AnsweredLineProps = { report: Report; checkPath: string; children: ReactNode };

/** How many of the servers that were asked gave an answer, and what else there is to say of the run. */
export function AnsweredLine({ report, checkPath, children }: AnsweredLineProps) {
  const t = useTranslations("report");
  const { asked, answered } = answeredServers(report.servers);
  if (asked === 0) return children ? <p className="runline">{children}</p> : null;
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
      {children}
    </p>
  );
}
