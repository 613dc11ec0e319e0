import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { BeforeScene } from "./scene.ts";

type SavedProps = { scene: BeforeScene; proof: CheckState["proof"]; days: number };

/** After a move nobody can read this list any more: it is kept here, and goes along as a file. */
export function SavedList({ scene: { report, checkPath, comparison, provePath }, proof, days }: SavedProps) {
  const t = useTranslations("before.saved");
  const count = report.snapshot?.count ?? 0;
  if (count === 0) return null;
  const whole = count >= comparison.total;
  return (
    <section aria-labelledby="saved" className="section card stack">
      <h2 id="saved">{t("title", { count })}</h2>
      <p>{t(report.partial ? "growing" : whole ? "text" : "part", { days })}</p>
      {proof.state === "missing" ? (
        <p className="hint">
          {t("needsProof")} <a href={provePath}>{t("prove")}</a>
        </p>
      ) : (
        <p className="btns">
          {(["csv", "json"] as const).map((kind) => (
            <a
              className="btn btn--small"
              download
              href={`/api/checks${checkPath.slice(6)}/snapshot.${kind}`}
              key={kind}
            >
              <Icon name="down" />
              {t(kind)}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
