import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonLook } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { inputLook } from "#components/ui/field.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";

/** `calls` are the buttons that need a script: check again, delete. Where nobody is known there is nothing to take along. */
type KeepProps = { state: CheckState; people: boolean; link: string; calls: ReactNode };

/** The way back, the files to take along, and the end. */
export function Keep({ state, people, link, calls }: KeepProps) {
  const t = useTranslations("keep");
  return (
    <section aria-labelledby="keep" className="rounded-2xl border border-line bg-card p-5 sm:p-6 print:hidden">
      <h2 className="font-display text-2xl" id="keep">
        {t("title")}
      </h2>
      <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-x-10 gap-y-8">
        <div>
          <label className="font-semibold" htmlFor="private-link">
            {t("link")}
          </label>
          <p className="mt-1 text-sm">{t("linkText")}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <input
              className={`${inputLook} min-w-[min(100%,14rem)] flex-1`}
              defaultValue={link}
              dir="ltr"
              id="private-link"
              readOnly
            />
            <CopyButton done={t("copied")} from="private-link" label={t("copy")} text={link} />
          </div>
          {people ? <Exports state={state} /> : null}
        </div>
        {calls}
      </div>
    </section>
  );
}

function Exports({ state: { id, proof } }: { state: CheckState }) {
  const t = useTranslations("keep");
  return (
    <div className="mt-6">
      <h3 className="font-semibold">{t("export")}</h3>
      {proof.state === "missing" ? (
        <p className="mt-1 text-sm">
          {t("exportProof", { link: proof.link ?? "", account: proof.account ? `@${proof.account}` : "" })}
        </p>
      ) : (
        <div className="mt-2 flex flex-wrap gap-2">
          <a className={buttonLook({ tone: "plain" })} download href={`/api/checks/${id}/export.csv`}>
            {t("csv")}
          </a>
          <a className={buttonLook({ tone: "plain" })} download href={`/api/checks/${id}/export.json`}>
            {t("json")}
          </a>
        </div>
      )}
    </div>
  );
}
