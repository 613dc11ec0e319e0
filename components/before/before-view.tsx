import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CheckState } from "#lib/contract/check-state.ts";
import { BeforeHeadline } from "./before-headline.tsx";
import { CandCards } from "./compare/cand-cards.tsx";
import { CompareTable } from "./compare/compare-table.tsx";
import { Differences } from "./compare/differences.tsx";
import { Key } from "./compare/range.tsx";
import { FollowingPart } from "./following/following-part.tsx";
import { LooksBack } from "./looks-back.tsx";
import { Lost } from "./lost.tsx";
import { MovedForm } from "./moved-form.tsx";
import { OldNotes } from "./old-notes.tsx";
import { OthersForm } from "./others-form.tsx";
import { OthersSay } from "./said/others-say.tsx";
import { SavedList } from "./saved-list.tsx";
import { type BeforeScene, canCount, isWhole } from "./scene.ts";

type BeforeViewProps = {
  scene: BeforeScene;
  proof: CheckState["proof"];
  /** How far the check is, or how complete it was. */
  quality: ReactNode;
  /** What would show more. */
  more?: ReactNode;
  keep: ReactNode;
  /** How long a list is kept. */
  days: number;
  /** What was wrong with the address typed below. */
  problem: string | undefined;
  /** Where a block list is handed in. */
  list?: ReactNode;
  /** What was wrong with the servers typed there. */
  wrong: string | undefined;
  /** What was wrong with a file of those whom one follows. */
  follow?: string | undefined;
};

/** Before a move: the candidates side by side, and the list that nobody can read afterwards. */
export function BeforeView({ scene, proof, quality, more, keep, days, problem, wrong, follow, list }: BeforeViewProps) {
  const t = useTranslations("before");
  const { comparison } = scene;
  const shown = comparison.candidates.length > 0 && scene.phase !== "failed" && scene.phase !== "refused";
  return (
    <>
      <div className="mb-4 empty:hidden">
        {scene.backPath ? <LooksBack backPath={scene.backPath} /> : <OldNotes scene={scene} />}
      </div>
      <BeforeHeadline scene={scene} />
      {quality}
      {more}
      {shown ? (
        <section aria-labelledby="compared" className="section">
          <h2 className="sr" id="compared">
            {t("compared", { count: comparison.candidates.length })}
          </h2>
          <CandCards scene={scene} />
          <CompareTable scene={scene} />
          {canCount(scene) ? <Key lost={comparison.lost} /> : null}
        </section>
      ) : null}
      <Differences scene={scene} />
      <Lost scene={scene} />
      {shown && isWhole(scene) && canCount(scene) ? (
        <section className="section note note--words note--plain">
          <h2 className="note__title">{t("meaning.title")}</h2>
          <p>{t("meaning.text")}</p>
        </section>
      ) : null}
      <FollowingPart problem={follow} scene={scene} />
      <OthersSay scene={scene} />
      <OthersForm problem={wrong} scene={scene} />
      {shown ? list : null}
      {scene.backPath ? null : (
        <>
          <SavedList days={days} proof={proof} scene={scene} />
          <MovedForm problem={problem} scene={scene} />
        </>
      )}
      {keep}
    </>
  );
}
