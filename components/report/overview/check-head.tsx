import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Address } from "#components/ui/address.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { Report, ReportAccount } from "#lib/contract/report.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";

const PARTS = ["overview", "servers", "followers", "messages", "share"] as const;
export type Part = (typeof PARTS)[number];

type CheckHeadProps = { report: Report; ended: boolean; checkPath: string; current: Part | undefined };

/** Whose move this is, and the ways into the check. */
export function CheckHead({ report, ended, checkPath, current }: CheckHeadProps) {
  const t = useTranslations("check");
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Account account={report.old} />
        {/* The arrow goes with what it points to, also where the two stand below each other. */}
        <span className="inline-flex min-w-0 items-center gap-3">
          <span aria-hidden="true" className="shrink-0 text-ember text-xl rtl:-scale-x-100">
            →
          </span>
          {report.new ? (
            <Account account={report.new} />
          ) : (
            <span className="inline-flex min-h-11 items-center text-quiet">{t(withoutNew(report, ended))}</span>
          )}
        </span>
      </div>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 border-line border-b">
        <nav aria-label={t("nav.label")} className="print:hidden">
          <ul className="-mb-px flex flex-wrap gap-x-2 text-[0.85rem] sm:gap-x-6 sm:text-base">
            {PARTS.map((part) => (
              <li key={part}>
                <Link
                  aria-current={part === current ? "page" : undefined}
                  className="-outline-offset-2 relative inline-flex min-h-11 items-center whitespace-nowrap border-transparent border-b-3 text-quiet hover:text-ember-strong aria-[current=page]:border-ember aria-[current=page]:font-semibold aria-[current=page]:text-ink forced-colors:not-aria-[current=page]:border-[Canvas]"
                  href={part === "overview" ? checkPath : `${checkPath}/${part}`}
                  prefetch={false}
                >
                  <span>{t.rich(`nav.${part}`, { more: forRoom })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="py-2 text-quiet text-sm">
          {t.rich("checkedAt", { time: () => <Moment at={report.checkedAt} /> })}
        </p>
      </div>
    </div>
  );
}

/** That there is none is said only where the old account was seen to point nowhere. */
const withoutNew = ({ move }: Report, ended: boolean) =>
  ended ? (move.state === "not-started" ? "noNew" : "newUnknown") : "newSought";

/** Five words in one row of a phone; the whole name is still the name. */
const forRoom = (words: ReactNode) => <span className="max-sm:sr-only">{words}</span>;

/** As high without a name and a picture as with both: they arrive while the page is read. */
function Account({ account: { acct, display, avatar } }: { account: ReportAccount }) {
  return (
    <span className="inline-flex min-h-11 min-w-0 items-center gap-2.5">
      {avatar ? (
        // biome-ignore lint/performance/noImgElement: our own signed route has the right size already
        <img alt="" className="size-9 shrink-0 rounded-lg" height={36} loading="lazy" src={avatar} width={36} />
      ) : (
        <span
          aria-hidden="true"
          className="grid size-9 shrink-0 place-items-center rounded-lg border border-line bg-sunk font-semibold text-quiet uppercase"
        >
          {[...(display || acct)][0]}
        </span>
      )}
      <span className="min-w-0 leading-tight">
        {display ? <bdi className="block truncate font-semibold">{display}</bdi> : null}
        <Address acct={acct} host={displayHost(serverOf(acct))} className="text-quiet text-sm" />
      </span>
    </span>
  );
}
