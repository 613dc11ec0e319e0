import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import type { ReportFollower } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { Evidence } from "../../words/evidence.tsx";
import type { CauseCard } from "../groups.ts";
import { factsBehind } from "./card-facts.ts";
import type { CauseContext } from "./cause-context.ts";

const NAMED = 3;

type CauseServersProps = { card: CauseCard; context: CauseContext; sample: readonly ReportFollower[] };

/** Where these people are, the servers with most of them first, and what each of the servers said. */
export function CauseServers({ card, context: { report, checkPath }, sample }: CauseServersProps) {
  const t = useTranslations("report");
  const format = useFormatter();
  const shown = card.servers.slice(0, NAMED);
  const rest = card.servers.length - shown.length;
  if (shown.length === 0) return null;
  const scene = { old: report.old.host, fresh: report.new?.host ?? "" };
  return (
    <div>
      <p className="quiet note-size">{t("where")}</p>
      <ul className="where">
        {shown.map(({ host, people }) => {
          const server = report.servers.find((one) => one.host === host);
          const facts = server ? factsBehind(server, sample) : [];
          return (
            <li key={host}>
              <p className="where__server">
                <Link href={`${checkPath}/servers/${host}`} prefetch={false}>
                  <HostName {...displayHost(host)} />
                </Link>
                <b className="num">{format.number(people)}</b>
              </p>
              {facts.length > 0 ? <Evidence facts={facts} scene={{ ...scene, host }} /> : null}
            </li>
          );
        })}
      </ul>
      {rest > 0 ? <p className="quiet note-size">{t("moreServers", { count: rest })}</p> : null}
    </div>
  );
}
