import Link from "next/link";
import { useTranslations } from "next-intl";
import { RunLine } from "#components/progress/run-line.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { answeredServers, isMostlyAnswered } from "./answered.ts";

type RunQualityProps = { report: Report; state: CheckState; checkPath: string; only?: "running" };

/** One slot for both: progress while the check runs, and afterwards how many of the servers asked gave an answer. */
export function RunQuality({ report, state, checkPath, only }: RunQualityProps) {
  const icons = {
    now: <Icon className="spin" name="again" />,
    done: <Icon name="check" />,
    next: <Icon name="minus" />,
  };
  return (
    <RunLine icons={icons}>
      {only === "running" || state.state === "failed" ? null : <Answered checkPath={checkPath} report={report} />}
    </RunLine>
  );
}

function Answered({ report, checkPath }: Pick<RunQualityProps, "report" | "checkPath">) {
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
