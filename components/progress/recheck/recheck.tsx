"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMinutesUntil } from "./use-minutes-until.ts";
import { useRecheck } from "./use-recheck.ts";

type RecheckProps = { id: string; again: string | undefined; icon: ReactNode };

/** Shows how long it has to wait, and gives every press an answer. */
export function Recheck({ id, again, icon }: RecheckProps) {
  const t = useTranslations("progress.recheck");
  const minutes = useMinutesUntil(again);
  const { state, recheck } = useRecheck(id);
  const waits = minutes > 0;
  return (
    <form
      action={`/check/${id}/own`}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== "busy") void recheck();
      }}
    >
      <button
        aria-disabled={waits || state === "busy" ? true : undefined}
        className="btn btn--ghost btn--small"
        name="do"
        type="submit"
        value="recheck"
      >
        {icon}
        <span>
          {waits ? (
            <>
              <span className="sr">{t("button")} </span>
              {t("in", { minutes })}
            </>
          ) : (
            t(state === "busy" ? "busy" : "button")
          )}
        </span>
      </button>
      <p className="bar-answer" role="status">
        {state === "tooEarly" || state === "failed" ? t(state) : null}
      </p>
    </form>
  );
}
