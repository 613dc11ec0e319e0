import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";

/** Where nobody is known there is nothing to take along. */
type KeepProps = { state: CheckState; people: boolean; link: string; remove: ReactNode };

/** The way back, the files to take along, and the end. */
export function Keep({ state, people, link, remove }: KeepProps) {
  const t = useTranslations("keep");
  return (
    <Fold className="section print:hidden" summary={t("title")}>
      <div className="field" id="keep">
        <label htmlFor="private-link">{t("link")}</label>
        <p className="hint">{t("linkText")}</p>
        <div className="copyline">
          <input className="input" defaultValue={link} dir="ltr" id="private-link" readOnly />
          <CopyButton done={t("copied")} from="private-link" label={t("copy")} text={link} />
        </div>
      </div>
      {people ? <Exports state={state} /> : null}
      {remove}
    </Fold>
  );
}

function Exports({ state: { id, proof } }: { state: CheckState }) {
  const t = useTranslations("keep");
  if (proof.state === "missing")
    return (
      <p className="hint">
        {t("exportProof")} <a href={`/check/${id}/messages#proof`}>{t("exportProofLink")}</a>
      </p>
    );
  return (
    <p className="btns">
      {(["csv", "json"] as const).map((kind) => (
        <a className="btn btn--small" download href={`/api/checks/${id}/export.${kind}`} key={kind}>
          <Icon name="down" />
          {t(kind)}
        </a>
      ))}
    </p>
  );
}
