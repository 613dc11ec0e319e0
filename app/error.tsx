"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

/** The digest finds the entry in the operator's log; what went wrong itself stays there. */
const digestOf = (error: unknown) =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

/** Tries again by loading the page: what failed may be a script that the server no longer has, or one kept as failed. */
export default function ErrorPage({ error }: { error: unknown }) {
  const t = useTranslations("error");
  const digest = digestOf(error);
  return (
    <article className="max-w-prose" role="alert">
      <h1 className="font-display text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-4 text-lg">{t("what")}</p>
      {digest ? <p className="mt-3 text-quiet">{t("reference", { digest })}</p> : null}
      <Button className="mt-6" onClick={() => location.reload()}>
        {t("again")}
      </Button>
    </article>
  );
}
