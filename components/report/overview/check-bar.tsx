import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Address } from "#components/ui/address.tsx";
import { Face } from "#components/ui/face.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Moment } from "#components/ui/time/moment.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportAccount } from "#lib/contract/report.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { hasEnded } from "../phase.ts";
import { serversListed } from "../servers/server-rows.ts";

const PARTS = ["overview", "followers", "servers", "messages"] as const;
export type Part = (typeof PARTS)[number] | "share" | "plan";

type BarProps = { report: Report; state: CheckState; checkPath: string; current: Part | undefined };

/** `buttons` and `line` say how far a check at work is, and stop it or make it again. */
type CheckBarProps = BarProps & { logo: ReactNode; buttons: ReactNode; line: ReactNode };

/** Whose move this is, how old the answer is, and the two things to do with it. It stays in sight. */
export function CheckBar({ report, state, checkPath, current, logo, buttons, line }: CheckBarProps) {
  const t = useTranslations("check");
  const ended = hasEnded(state);
  return (
    <header className="checkbar">
      <div className="checkbar__in">
        <a aria-label={t("home")} className="mark" href="/">
          {logo}
        </a>
        {report.mode === "planned" ? <Planning report={report} /> : <Pair ended={ended} report={report} />}
        <p className="checkbar__age only-wide">
          {ended ? t.rich("checkedAt", { time: () => <Moment at={report.checkedAt} /> }) : t("checking")}
        </p>
        <div className="checkbar__do print:hidden">
          {buttons}
          {report.mode === "planned" ? null : <ShareLink checkPath={checkPath} current={current} />}
        </div>
      </div>
      {line}
    </header>
  );
}

function ShareLink({ checkPath, current }: Pick<BarProps, "checkPath" | "current">) {
  const t = useTranslations("check");
  return (
    <Link
      aria-current={current === "share" ? "page" : undefined}
      className="btn btn--ghost btn--small"
      href={`${checkPath}/share`}
      prefetch={false}
    >
      <Icon name="share" />
      <span>{t("nav.share")}</span>
    </Link>
  );
}

/** Before a move: the one account there is, and what it is compared for. */
function Planning({ report: { old, candidates = [] } }: { report: Report }) {
  const t = useTranslations("check");
  return (
    <p className="pair">
      <Picture account={old} />
      <span className="pair__names">
        <span className="pair__new">
          <Address {...displayAcct(old.acct)} />
        </span>
        <span className="pair__old">
          {t("compared", { count: candidates.length, server: candidates[0]?.server ?? "" })}
        </span>
      </span>
    </p>
  );
}

function Pair({ report: { old, new: fresh, move }, ended }: { report: Report; ended: boolean }) {
  const t = useTranslations("check");
  // That there is none is said only where the old account was seen to point nowhere.
  const without = ended ? (move.state === "not-started" ? "noNew" : "newUnknown") : "newSought";
  return (
    <p className="pair">
      <Picture account={fresh ?? old} />
      <span className="pair__names">
        <span className="pair__new">{fresh ? <Address {...displayAcct(fresh.acct)} /> : t(without)}</span>
        <span className="pair__old">
          {t.rich("from", {
            old: () => <Address {...displayAcct(old.acct)} />,
          })}
        </span>
      </span>
    </p>
  );
}

/** Where a number will stand when it is known. */
const Room = () => (
  <span aria-hidden="true" className="num invisible">
    00
  </span>
);

/** As large without a picture as with one: it arrives while the page is read. */
function Picture({ account: { acct, display, avatar } }: { account: ReportAccount }) {
  if (!avatar) return <Face name={display || userOf(acct)} small />;
  return (
    <span className="face face--s">
      {/* biome-ignore lint/performance/noImgElement: our own signed route has the right size already */}
      <img alt="" height={28} loading="lazy" src={avatar} width={28} />
    </span>
  );
}

/** Before a move nobody is missing and nobody is to be written to. */
function PlanTabs({ report, checkPath, current }: Pick<BarProps, "report" | "checkPath" | "current">) {
  const t = useTranslations("check.nav");
  const parts = [
    ["overview", "compare", checkPath],
    ["servers", "servers", `${checkPath}/servers`],
    // Nobody plans a move that was made.
    ...(report.lookedBackFrom ? [] : ([["plan", "plan", `${checkPath}/plan`]] as const)),
  ] as const;
  return (
    <nav aria-label={t("label")} className="tabs print:hidden">
      {parts.map(([part, word, href]) => (
        <Link aria-current={part === current ? "page" : undefined} href={href} key={part} prefetch={false}>
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}

export function Tabs({ report, state, checkPath, current }: BarProps) {
  const t = useTranslations("check");
  const format = useFormatter();
  if (report.mode === "planned") return <PlanTabs checkPath={checkPath} current={current} report={report} />;
  const counted = hasEnded(state);
  const counts: Partial<Record<Part, number>> = {
    followers: report.counts.missing,
    servers: serversListed(report.servers),
  };
  return (
    <nav aria-label={t("nav.label")} className="tabs print:hidden">
      {PARTS.map((part) => (
        <Link
          aria-current={part === current ? "page" : undefined}
          href={part === "overview" ? checkPath : `${checkPath}/${part}`}
          key={part}
          prefetch={false}
        >
          {t(`nav.${part}`)}
          {counted && counts[part] ? <span className="num">{format.number(counts[part])}</span> : null}
          {!counted && part in counts ? <Room /> : null}
        </Link>
      ))}
    </nav>
  );
}
