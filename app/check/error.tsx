"use client";

import { useTranslations } from "next-intl";
import { Logo } from "#components/shell/logo.tsx";
import ErrorPage from "../error.tsx";

/** Below a check no page has the site's header: one that broke gets the way back by itself. */
export default function CheckError({ error }: { error: unknown }) {
  const t = useTranslations("site");
  return (
    <>
      <header className="topbar">
        <a className="brand" href="/">
          <Logo />
          {t("name")}
        </a>
      </header>
      <main className="page" id="main">
        <ErrorPage error={error} />
      </main>
    </>
  );
}
