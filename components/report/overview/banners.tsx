import { useTranslations } from "next-intl";
import { Note } from "#components/ui/note.tsx";
import type { Report } from "#lib/contract/report.ts";
import { SourceLine } from "../words/source-line.tsx";
import { answeredServers, isMostlyAnswered } from "./answered.ts";
import { type Banner, chooseBanners, isSaidByHeadline } from "./findings.ts";
import { chooseHeadline, type Phase } from "./headline/headline.ts";

const LOOK = { stop: ["alert", "warn"], warn: ["warn", "warn"], note: ["plain", "unknown"] } as const;

/** What changes what to do: about the move, and about the run itself. What the headline says is not said twice. */
export function Banners({ report, phase }: { report: Report; phase: Phase }) {
  const t = useTranslations("banner");
  const headline = chooseHeadline(report, phase);
  const said = headline.kind === "said" ? headline.id : null;
  const banners = chooseBanners(report.move).filter(({ finding }) => !isSaidByHeadline(finding.cause, said));
  const { asked, answered } = answeredServers(report.servers);
  const incomplete = phase === "ended" && !isMostlyAnswered({ asked, answered });
  if (banners.length === 0 && !incomplete) return null;
  return (
    <section aria-label={t("title")} className="lead-note stack-tight">
      {banners.map((banner) => (
        <MoveBanner banner={banner} key={banner.finding.cause} report={report} />
      ))}
      {incomplete ? (
        <Note icon="warn" title={t("partialTitle")} tone="warn">
          <p>{t("partial", { silent: asked - answered, total: asked })}</p>
        </Note>
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
  const [look, icon] = LOOK[tone];
  return (
    <Note icon={icon} title={t(`${finding.cause}.title`)} tone={look}>
      <p>{t(`${finding.cause}.text`, names)}</p>
      {sources.length > 0 ? (
        <details className="note__more">
          <summary>{t("evidence")}</summary>
          <ul className="stack-tight">
            {sources.map((source) => (
              <li key={`${source.url}${source.at}`}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Note>
  );
}
