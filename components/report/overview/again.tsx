import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Report } from "#lib/contract/report.ts";
import { mayPost } from "../actions.ts";
import type { wayOn } from "./headline/headline.ts";

type AgainProps = { report: Report; checkPath: string; way: NonNullable<ReturnType<typeof wayOn>> };

/** The form with both addresses in it: a mistyped one is mended there, and a list is added there. */
export function Again({ report, checkPath, way }: AgainProps) {
  const t = useTranslations("headline");
  if (way === "goOn") return <GoOn checkPath={checkPath} />;
  const known = report.new && way !== "otherPair" ? { new: report.new.acct } : {};
  const asked = new URLSearchParams({ old: report.old.acct, ...known });
  const withList = way === "withList";
  return (
    <p className="btns section print:hidden">
      <a className="btn btn--main btn--big" href={`/?${asked}${withList ? "#before-handles" : ""}`}>
        {t(way)}
      </a>
      {withList && mayPost(report) ? (
        <Link className="btn btn--big" href={`${checkPath}/messages#everybody`} prefetch={false}>
          {t("postAnyway")}
        </Link>
      ) : null}
    </p>
  );
}

/** What was stopped goes on where it was: the main thing to do on a page that has nothing else. */
function GoOn({ checkPath }: Pick<AgainProps, "checkPath">) {
  const t = useTranslations("progress.recheck");
  return (
    <form action={`${checkPath}/own`} className="btns section print:hidden" method="post">
      <button className="btn btn--main btn--big" name="do" type="submit" value="recheck">
        {t("button")}
      </button>
    </form>
  );
}
