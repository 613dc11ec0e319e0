import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { inputLook } from "#components/ui/field.tsx";
import { TAGS } from "#components/ui/prose.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";

/** What stands closed, and the way to open it. */
export function ProofNote({ proof: { link = "", account } }: { proof: CheckState["proof"] }) {
  const t = useTranslations("writing.proof");
  const name = () => <bdi dir="ltr">{account ? `@${account}` : null}</bdi>;
  return (
    <section aria-labelledby="proof-title" className="card" id="proof">
      <h2 id="proof-title">{t("title")}</h2>
      <p className="mt-2 max-w-prose">{t.rich("text", { account: name })}</p>
      <ol className="mt-3 max-w-prose list-decimal space-y-1.5 ps-6 marker:text-ember">
        {t.rich("steps", { ...TAGS, account: name })}
      </ol>
      <label className="mt-4 block font-semibold" htmlFor="proof-link">
        {t("link")}
      </label>
      <div className="mt-1.5 flex max-w-prose flex-wrap gap-2">
        <input
          className={`${inputLook} min-w-0 flex-1 basis-56`}
          defaultValue={link}
          dir="ltr"
          id="proof-link"
          readOnly
        />
        <CopyButton done={t("copied")} from="proof-link" label={t("copy")} text={link} />
      </div>
    </section>
  );
}
