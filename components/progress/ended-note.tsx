import { useTranslations } from "next-intl";
import type { CheckState } from "#lib/contract/check-state.ts";

/** How a check ended that nobody watched to its end. */
export function Ended({ state: { state, failure, proof } }: { state: CheckState }) {
  const t = useTranslations("progress");
  if (state === "done") return null;
  return (
    <div className={NOTE} role={state === "failed" ? "alert" : undefined}>
      <p>{state === "failed" ? t(`failure.${failureOf(failure)}`) : t("cancelled")}</p>
      <Yours failure={failure} proof={proof} />
    </div>
  );
}

const NOTE = "note note--words note--warn";

/** The check does not need this page; only what tells of it did not arrive. */
export function Unwatched() {
  const t = useTranslations("progress");
  return <p className={NOTE}>{t("unwatched")}</p>;
}

/** Deleted in another tab, or all keys taken back. */
export function Gone() {
  const t = useTranslations("progress");
  return (
    <p className={NOTE} role="alert">
      {t("closed")}
    </p>
  );
}

const FAILURES = ["old-not-found", "new-not-found", "opted-out", "process-ended"] as const;
export const failureOf = (code: string | undefined) => FAILURES.find((one) => one === code) ?? "other";

/** An account that asks to be left alone is checked for its owner, who can show that by a link in the profile. */
export function Yours({ failure, proof }: Pick<CheckState, "failure" | "proof">) {
  const t = useTranslations("progress");
  const { link, account } = proof;
  if (failure !== "opted-out" || !link || !account) return null;
  const shown = () => (
    <code className="handle" dir="ltr">
      {link}
    </code>
  );
  return <p>{t.rich("yours", { account: `@${account}`, link: shown })}</p>;
}
