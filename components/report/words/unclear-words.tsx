import { useTranslations } from "next-intl";
import type { Report } from "#lib/contract/report.ts";
import type { CauseCard } from "../overview/groups.ts";
import { publishedBlocks } from "../servers/published-blocks.ts";

const NAMED = 3;

/** What can honestly be said about people whose reason does not show. */
export function UnclearWords({ card, report }: { card: CauseCard; report: Report }) {
  if (card.cause === "unexplained") return <Unexplained card={card} report={report} />;
  return card.cause === "unknown" ? <Unknown report={report} /> : null;
}

function Unexplained({ card, report }: { card: CauseCard; report: Report }) {
  const t = useTranslations("report");
  const shown = card.servers
    .map(({ host, people }) => ({
      host,
      missing: people,
      here: report.servers.find((one) => one.host === host)?.here ?? 0,
    }))
    .filter(({ here }) => here > 0)
    .slice(0, NAMED);
  return (
    <>
      {shown.map((server) => (
        <dd key={server.host}>{t("unexplainedServer", server)}</dd>
      ))}
      <dd>{t("people-decide")}</dd>
    </>
  );
}

function Unknown({ report }: { report: Report }) {
  const t = useTranslations("report");
  const published = publishedBlocks(report.servers);
  if (report.counts.newList === null) return <dd>{t("newUnread")}</dd>;
  return (
    <>
      {published ? <dd>{t("published", published)}</dd> : null}
      <dd>{t("unknownHelp")}</dd>
    </>
  );
}
