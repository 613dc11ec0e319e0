import { useTranslations } from "next-intl";
import { Fold } from "#components/ui/fold.tsx";
import { Note } from "#components/ui/note.tsx";
import type { Report } from "#lib/contract/report.ts";
import { SourceLine } from "../words/source-line.tsx";
import { answeredServers, isIncomplete } from "./answered.ts";
import { type Banner, chooseBanners, partOfList, splitBanners, wordsOf } from "./findings.ts";
import { chooseHeadline, type Phase } from "./headline/headline.ts";

const LOOK = { stop: ["alert", "warn"], warn: ["warn", "warn"], note: ["plain", "unknown"] } as const;

type BannersProps = { report: Report; phase: Phase };

/** Why a check failed is said below its headline: a note above would say the same a second time. */
const toldOf = ({ report, phase }: BannersProps) => {
  if (phase === "failed") return { lead: null, rest: chooseBanners(report.move) };
  const headline = chooseHeadline(report, phase);
  return splitBanners(report.move, headline.kind === "said" ? headline.id : null);
};

/** What changes what to do, about the move or about the run itself: one note and no more. */
export function LeadNote(props: BannersProps) {
  const t = useTranslations("banner");
  const { report, phase } = props;
  const { lead } = toldOf(props);
  const run = answeredServers(report.servers);
  const incomplete = phase === "ended" && isIncomplete(run);
  const { rulesChanged } = report;
  if (!lead && !incomplete && !rulesChanged) return null;
  return (
    <section aria-label={t("title")} className="lead-note">
      {lead ? (
        <MoveBanner banner={lead} report={report} />
      ) : !incomplete ? (
        <RulesNote report={report} />
      ) : (
        <Note icon="warn" title={t("partialTitle")} tone="warn">
          <p>{t("partial", { silent: run.asked - run.answered, total: run.asked })}</p>
        </Note>
      )}
    </section>
  );
}

/** The rest that was found about the move, for who wants to know it. */
export function MoreNotes(props: BannersProps) {
  const t = useTranslations("banner");
  const { lead, rest } = toldOf(props);
  const rules = lead ? props.report.rulesChanged : undefined;
  if (rest.length === 0 && !rules) return null;
  return (
    <section aria-label={t("more")} className="section">
      <Fold summary={t("more")}>
        {rules ? <RulesNote report={props.report} /> : null}
        {rest.map((banner) => (
          <MoveBanner banner={banner} key={banner.finding.cause} report={props.report} />
        ))}
      </Fold>
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
  const part = partOfList(finding);
  const words = wordsOf(finding);
  return (
    <Note icon={icon} title={t(`${words}.title`)} tone={look}>
      <p>
        {part ? `${t("partOfList", part)} ` : null}
        {t(`${words}.text`, names)}
      </p>
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

/** Newer rules judge some people otherwise than on the day of the check. */
function RulesNote({ report: { rulesChanged } }: { report: Report }) {
  const t = useTranslations("banner");
  if (!rulesChanged) return null;
  return (
    <Note icon="unknown" title={t("rulesTitle")} tone="plain">
      <p>{t("rules", { people: rulesChanged.people })}</p>
    </Note>
  );
}
