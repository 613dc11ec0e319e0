"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCancel } from "./use-cancel.ts";

/** A form of its own: it works before any script has arrived, and without one. */
export function Stop({ id, icon }: { id: string; icon: ReactNode }) {
  const t = useTranslations("progress");
  const { state, cancel } = useCancel(id);
  return (
    <form
      action={`/check/${id}/own`}
      data-progress
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void cancel();
      }}
    >
      <button
        className="btn btn--ghost btn--small"
        disabled={state === "cancelling"}
        name="do"
        type="submit"
        value="cancel"
      >
        {icon}
        <span>{t(state === "cancelling" ? "cancelling" : "cancel")}</span>
      </button>
      <p className="bar-answer" role="status">
        {state === "failed" ? t("notCancelled") : null}
      </p>
    </form>
  );
}
