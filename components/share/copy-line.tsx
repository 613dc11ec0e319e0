import { CopyShape } from "./shapes.tsx";
import type { ShareWords } from "./words.ts";

type CopyLineProps = { readonly acct: string; readonly id: string; readonly main?: boolean; readonly t: ShareWords };

/** The new address to take along. The button needs the script, so it stays away until that has come. */
export function CopyLine({ acct, id, main = false, t }: CopyLineProps) {
  return (
    <div className="copyline">
      <input aria-label={t("app.address")} className="input" dir="ltr" id={id} readOnly value={`@${acct}`} />
      <button
        className={main ? "btn btn--main" : "btn"}
        data-copied={t("app.copied")}
        data-copy={id}
        hidden
        type="button"
      >
        <CopyShape />
        <span>{t("app.copy")}</span>
      </button>
    </div>
  );
}
