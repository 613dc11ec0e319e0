import { Info, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Report } from "#lib/contract/report.ts";
import { SourceLine } from "../words/source-line.tsx";
import { type Banner, chooseBanners, silentServers, type Tone } from "./findings.ts";

const LOOK: Readonly<Record<Tone, { box: string; Icon: typeof Info }>> = {
  stop: { box: "border-alert bg-alert-soft", Icon: OctagonAlert },
  warn: { box: "border-ember bg-warm", Icon: TriangleAlert },
  note: { box: "border-line bg-card", Icon: Info },
};

/** What is to be known before any number is read: about the move, and about the run itself. */
export function Banners({ report }: { report: Report }) {
  const t = useTranslations("banner");
  const silent = silentServers(report.servers);
  const banners = chooseBanners(report.move);
  if (banners.length === 0 && !silent) return null;
  return (
    <section aria-label={t("title")} className="space-y-3">
      {banners.map((banner) => (
        <MoveBanner banner={banner} key={banner.finding.cause} report={report} />
      ))}
      {silent ? (
        <Box title={t("partialTitle")} tone="warn">
          <p>{t("partial", silent)}</p>
        </Box>
      ) : null}
    </section>
  );
}

function MoveBanner({ banner: { finding, tone }, report }: { banner: Banner; report: Report }) {
  const t = useTranslations("banner");
  const gaps = useTranslations("gap");
  const gap = finding.because[0]?.gap;
  const names = {
    old: `@${report.old.acct}`,
    new: report.new ? `@${report.new.acct}` : "",
    host: (finding.cause.startsWith("new-") ? report.new?.host : report.old.host) ?? "",
    gap: gap ? gaps(gap) : "",
  };
  const sources = finding.because.flatMap(({ source }) => (source ? [source] : []));
  return (
    <Box title={t(`${finding.cause}.title`)} tone={tone}>
      <p>{t(`${finding.cause}.text`, names)}</p>
      {sources.length > 0 ? (
        <Disclosure className="mt-1 text-sm" summary={t("evidence")}>
          <ul className="mt-1 space-y-1 ps-5">
            {sources.map((source) => (
              <li key={`${source.url}${source.at}`}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Box>
  );
}

function Box({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  const { box, Icon } = LOOK[tone];
  return (
    <div className={cn("flex gap-3 rounded-xl border-2 px-4 py-3.5 sm:px-5", box)}>
      <Icon aria-hidden="true" className="mt-1 size-5 shrink-0" />
      <div className="min-w-0">
        <h2 className="font-semibold">{title}</h2>
        {children}
      </div>
    </div>
  );
}
