import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fold } from "#components/ui/fold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { MOST_FOLLOWED_SERVERS } from "#lib/contract/most-followed.ts";
import type { Report } from "#lib/contract/report.ts";
import { type BeforeScene, followingPath } from "../scene.ts";
import { FollowingForms } from "./following-forms.tsx";

type PartProps = {
  scene: BeforeScene;
  /** What was wrong with the file handed in. */
  problem: string | undefined;
};

/** Whom one follows, and could follow from each candidate. Asked for by the owner alone: it costs questions. */
export function FollowingPart({ scene, problem }: PartProps) {
  const { report, comparison, backPath, phase } = scene;
  const canAsk = !backPath && comparison.candidates.length > 0 && phase !== "failed" && phase !== "refused";
  if (!canAsk) return null;
  if (report.following) return <Looked following={report.following} problem={problem} scene={scene} />;
  return scene.ended ? <Offer problem={problem} scene={scene} /> : null;
}

function Offer({ scene: { checkPath, report }, problem }: PartProps) {
  const t = useTranslations("before.following");
  return (
    <Fold className="section print:hidden" id="following" open={problem !== undefined} summary={t("offer.title")}>
      <p>{t("offer.text")}</p>
      <p>{t("offer.cost")}</p>
      <p>{t("offer.private")}</p>
      <FollowingForms checkPath={checkPath} host={report.old.host} problem={problem} />
    </Fold>
  );
}

type Following = NonNullable<Report["following"]>;

function Looked({ scene, problem, following }: PartProps & { following: Following }) {
  const t = useTranslations("before.following");
  const { report, checkPath, ended } = scene;
  const { host } = report.old;
  const { total, servers, from } = following;
  return (
    <section aria-labelledby="following" className="section card stack">
      <h2 id="following">{t("title", { total })}</h2>
      <StateWords following={following} scene={scene} />
      {total > 0 ? (
        <>
          <p className="hint">
            {t(`from.${from}`, { host })} {t("meaning")}
          </p>
          {servers > MOST_FOLLOWED_SERVERS ? <p className="hint">{t("limit", { servers })}</p> : null}
          <Ways scene={scene} />
        </>
      ) : null}
      {ended ? (
        <Fold className="print:hidden" open={problem !== undefined || total === 0} summary={t("again")}>
          <FollowingForms checkPath={checkPath} host={host} problem={problem} />
        </Fold>
      ) : null}
      <form action={`${checkPath}/following/forget`} className="print:hidden" method="post">
        <button className="btn btn--small" type="submit">
          <Icon name="trash" />
          {t("forget")}
        </button>
      </form>
    </section>
  );
}

function StateWords({ scene, following: { state, gap } }: { scene: BeforeScene; following: Following }) {
  const t = useTranslations("before.following");
  const { report, ended, signInPath } = scene;
  const { host } = report.old;
  if (state === "reading") return <p>{t("reading")}</p>;
  if (state === "unread") {
    if (gap !== "hidden-by-server" && gap !== "needs-login") return <p>{t("unread", { host })}</p>;
    if (signInPath === null) return <p>{t("hiddenFile", { host })}</p>;
    return (
      <p>
        {t("hidden", { host })} <a href={signInPath}>{t("signIn")}</a>
      </p>
    );
  }
  return (
    <>
      {ended ? null : <p>{t("asking")}</p>}
      {state === "part" ? <p>{t("part")}</p> : null}
    </>
  );
}

/** Names stand behind the same proof as those of followers. */
function Ways({ scene }: { scene: BeforeScene }) {
  const t = useTranslations("before.following");
  const { comparison, checkPath, named, provePath } = scene;
  const first = (comparison.best ?? comparison.candidates[0])?.candidate.server;
  if (!named || first === undefined)
    return (
      <p className="hint">
        {t("needsProof")} <a href={provePath}>{t("prove")}</a>
      </p>
    );
  return (
    <p className="btns print:hidden">
      <Link className="btn btn--small" href={followingPath(scene, first, "cannot")} prefetch={false}>
        {t("see")}
      </Link>
      <a className="btn btn--small" download href={`/api/checks${checkPath.slice(6)}/following.csv`}>
        <Icon name="down" />
        {t("csv")}
      </a>
    </p>
  );
}
