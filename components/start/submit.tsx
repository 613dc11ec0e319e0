"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

export function Submit() {
  const t = useTranslations("start");
  const [sent, setSent] = useState(false);
  // Coming back by the browser's button finds the page as it was left.
  useEffect(() => {
    const back = () => setSent(false);
    addEventListener("pageshow", back);
    return () => removeEventListener("pageshow", back);
  }, []);
  return (
    <div className="btns">
      <button
        aria-disabled={sent || undefined}
        className="btn btn--main btn--big"
        onClick={(event) => {
          if (event.currentTarget.form?.checkValidity()) setSent(true);
        }}
        type="submit"
      >
        {sent ? (
          t("form.sending")
        ) : (
          <>
            <span className="moved">{t("form.submit")}</span>
            <span className="planned">{t("planned.submit")}</span>
          </>
        )}
      </button>
    </div>
  );
}
