import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { HostName } from "#components/ui/address.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import type { Compared } from "#lib/plan/compare.ts";
import { FollowedLine } from "../following/followed-line.tsx";
import { type BeforeScene, canCount, isWhole, planPath } from "../scene.ts";
import { StayingRow } from "../staying.tsx";
import { hasWarnings, Warnings } from "../warnings.tsx";
import { AboutLine, SignUp } from "./cand-words.tsx";
import { Count } from "./count.tsx";
import { Range, RangeBar } from "./range.tsx";

/** Where there is room: one row a candidate. */
export function CompareTable({ scene }: { scene: BeforeScene }) {
  const t = useTranslations("before");
  return (
    <div className="table-card only-wide">
      <table className="table table--compare">
        <caption className="sr">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("head.server")}</th>
            <th scope="col">{canCount(scene) ? t("head.can", { total: scene.comparison.total }) : t("key.can")}</th>
            <th className="num" scope="col">
              {t("head.waits")}
            </th>
            <th className="num" scope="col">
              {t("head.cannot")}
            </th>
            <th className="num" scope="col">
              {t("head.unknown")}
            </th>
            <th scope="col">{t("head.signUp")}</th>
            <th scope="col">
              <span className="sr">{t("head.next")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scene.comparison.candidates.map((one) => (
            <Row key={one.candidate.server} one={one} scene={scene} />
          ))}
          <StayingRow scene={scene} />
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, scene }: { one: Compared; scene: BeforeScene }) {
  const t = useTranslations("before.head");
  const { candidate, closedBy } = one;
  const best = scene.comparison.best === one;
  return (
    <Fragment>
      <tr className={best ? "is-best" : undefined} data-candidate={candidate.server}>
        <th scope="row">
          <a href={`https://${candidate.server}`} rel="noreferrer">
            <HostName {...displayHost(candidate.server)} />
          </a>
          <small>
            <AboutLine candidate={candidate} />
          </small>
        </th>
        <td className="t-range">
          {closedBy || canCount(scene) ? <Range ended={isWhole(scene)} one={one} /> : "–"}
          {closedBy || !canCount(scene) ? null : <RangeBar lost={scene.comparison.lost} one={one} />}
          <FollowedLine one={one} scene={scene} />
        </td>
        {(["waits", "cannot", "unknown"] as const).map((kind) => (
          <td className="num" key={kind}>
            {closedBy || !canCount(scene) ? "–" : <Count kind={kind} label={t(kind)} one={one} scene={scene} />}
          </td>
        ))}
        <td>
          <SignUp candidate={candidate} />
        </td>
        <td>{scene.ended && !closedBy && !scene.backPath ? <PlanLink best={best} one={one} scene={scene} /> : null}</td>
      </tr>
      {hasWarnings(one) ? (
        <tr className="t-warn">
          <td colSpan={7}>
            <Warnings one={one} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

function PlanLink({ best, one, scene }: { best: boolean; one: Compared; scene: BeforeScene }) {
  const t = useTranslations("before");
  const href = planPath(scene, one);
  if (best)
    return (
      <Link className="btn btn--small btn--main" href={href} prefetch={false}>
        {t("plan")}
      </Link>
    );
  return (
    <Link aria-label={t("planTo", { server: one.candidate.server })} className="go" href={href} prefetch={false}>
      {t("planShort")}
      <Icon name="right" />
    </Link>
  );
}
