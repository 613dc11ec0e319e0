"use client";

import { useTranslations } from "next-intl";
import { Ending } from "#components/ui/ending.tsx";

/** The digest finds the entry in the operator's log; what went wrong itself stays there. */
const digestOf = (error: unknown) =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

/** Tries again by loading the page: what failed may be a script that the server no longer has, or one kept as failed. */
export default function ErrorPage({ error }: { error: unknown }) {
  const t = useTranslations("error");
  const digest = digestOf(error);
  const buttons = (
    <>
      <button className="btn btn--main" onClick={() => location.reload()} type="button">
        {t("again")}
      </button>
      <a className="btn" href="/">
        {t("start")}
      </a>
    </>
  );
  const hint = digest ? t("reference", { digest }) : undefined;
  return <Ending alert buttons={buttons} hint={hint} text={<p>{t("what")}</p>} title={t("title")} />;
}
