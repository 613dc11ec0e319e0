import { useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import { sayingOf, whyUnread } from "./saying.ts";
import type { BeforeScene } from "./scene.ts";

/** The news first: how many come to the surest candidate, or why nobody can say. */
export function BeforeHeadline({ scene }: { scene: BeforeScene }) {
  const t = useTranslations("before.headline");
  const back = useTranslations("lookBack");
  const { comparison, report } = scene;
  const saying = sayingOf(scene);
  const { best } = comparison;
  const gaps = useTranslations("gap");
  const names = { old: `@${report.old.acct}`, host: report.old.host, gap: gaps(whyUnread(report)) };
  const server = () => <HostName {...displayHost(best?.candidate.server ?? "")} />;
  return (
    <>
      <h1 className="headline headline--plain" tabIndex={-1}>
        {saying === "range"
          ? (scene.backPath ? back : t).rich(best?.low === best?.high ? "exact" : "range", {
              ...{ low: best?.low ?? 0, high: best?.high ?? 0, total: comparison.total },
              server,
            })
          : t(saying, names)}
      </h1>
      {saying === "range" ? <Surest scene={scene} /> : <p className="subline">{t(`${saying}-text`, names)}</p>}
    </>
  );
}

function Surest({ scene: { comparison } }: { scene: BeforeScene }) {
  const t = useTranslations("before");
  const { candidates, lost, best } = comparison;
  const tied = candidates.filter(({ low }) => low === best?.low).length > 1;
  return (
    <p className="subline">
      {candidates.length > 1 && !tied ? `${t("surest", { count: candidates.length })} ` : null}
      {lost > 0 ? t.rich("lost", { count: lost, a: (words) => <a href="#lost">{words}</a> }) : null}
    </p>
  );
}
