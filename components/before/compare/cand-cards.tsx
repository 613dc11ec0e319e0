import Link from "next/link";
import { useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { displayHost } from "#lib/domain/names/host.ts";
import type { Compared } from "#lib/plan/compare.ts";
import { FollowedLine } from "../following/followed-line.tsx";
import { type BeforeScene, canCount, isWhole, planPath } from "../scene.ts";
import { StayingCard } from "../staying.tsx";
import { Warnings } from "../warnings.tsx";
import { AboutLine, SignUp } from "./cand-words.tsx";
import { Count } from "./count.tsx";
import { Range, RangeBar } from "./range.tsx";

/** On a phone: one card a candidate. */
export function CandCards({ scene }: { scene: BeforeScene }) {
  return (
    <div className="cands only-narrow">
      {scene.comparison.candidates.map((one) => (
        <Card key={one.candidate.server} one={one} scene={scene} />
      ))}
      <StayingCard scene={scene} />
    </div>
  );
}

function Card({ one, scene }: { one: Compared; scene: BeforeScene }) {
  const t = useTranslations("before");
  const { comparison, ended } = scene;
  const best = comparison.best === one;
  return (
    <article className={`cand${best ? " cand--best" : ""}`} data-candidate={one.candidate.server}>
      <div>
        <h3>
          <HostName {...displayHost(one.candidate.server)} />
        </h3>
        <p className="quiet note-size">
          <AboutLine candidate={one.candidate} />
        </p>
      </div>
      {one.closedBy || canCount(scene) ? (
        <div>
          <p>
            <Range ended={isWhole(scene)} one={one} />
          </p>
          {one.closedBy ? null : <p className="quiet note-size">{t("of", { total: comparison.total })}</p>}
        </div>
      ) : null}
      {one.closedBy || !canCount(scene) ? null : (
        <>
          <RangeBar lost={comparison.lost} one={one} />
          <Cells one={one} scene={scene} />
        </>
      )}
      <FollowedLine one={one} scene={scene} />
      <p className="note-size">{t.rich("signUpLine", { how: () => <SignUp candidate={one.candidate} /> })}</p>
      <Warnings one={one} />
      {ended && !one.closedBy && !scene.backPath ? (
        <p className="btns">
          <Link className={`btn btn--small${best ? " btn--main" : ""}`} href={planPath(scene, one)} prefetch={false}>
            {t("plan")}
          </Link>
        </p>
      ) : null}
    </article>
  );
}

function Cells({ one, scene }: { one: Compared; scene: BeforeScene }) {
  const t = useTranslations("before.head");
  return (
    <dl className="cand__cells">
      {(["waits", "cannot", "unknown"] as const).map((kind) => (
        <div key={kind}>
          <dt>{t(kind)}</dt>
          <dd>
            <Count kind={kind} label={t(kind)} one={one} scene={scene} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
