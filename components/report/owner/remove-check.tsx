"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRemove } from "./use-remove.ts";

/** The end of a check. The question stands between the two presses, with a script and without. */
export function RemoveCheck({ id, icon }: { id: string; icon: ReactNode }) {
  const t = useTranslations("keep");
  const { state, remove } = useRemove(id);
  return (
    <details className="remove">
      <summary className="btn btn--small btn--danger">
        {icon}
        {t("remove")}
      </summary>
      <form
        action={`/check/${id}/own`}
        className="note note--words note--alert"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void remove();
        }}
      >
        <p>
          <b>{t("removeAsk")}</b> {t("removeText")}
        </p>
        <button
          className="btn btn--small btn--danger"
          disabled={state === "busy"}
          name="do"
          type="submit"
          value="remove"
        >
          {t("removeSure")}
        </button>
        <p role="status">{state === "failed" ? t("failed") : null}</p>
      </form>
    </details>
  );
}
