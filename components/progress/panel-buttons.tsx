"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useCancel } from "./use-cancel.ts";

/** For readers without a script. */
export function StopForm({ id }: { id: string }) {
  const t = useTranslations("progress");
  return (
    <form action={`/check/${id}/own`} className="mt-4 hidden noscript:block" method="post">
      <Button name="do" size="small" tone="plain" type="submit" value="cancel">
        {t("cancel")}
      </Button>
    </form>
  );
}

type Hold = { held: boolean; onHold: () => void };

export function HoldButton({ held, onHold }: Hold) {
  const t = useTranslations("progress");
  return (
    <Button aria-pressed={held} onClick={onHold} size="small" tone="plain">
      {t(held ? "follow" : "hold")}
    </Button>
  );
}

export function PanelButtons({ id, ...hold }: { id: string } & Hold) {
  const t = useTranslations("progress");
  const { state, cancel } = useCancel(id);
  return (
    <>
      <Button disabled={state === "cancelling"} onClick={() => void cancel()} size="small" tone="plain">
        {t(state === "cancelling" ? "cancelling" : "cancel")}
      </Button>
      <HoldButton {...hold} />
      <p className="basis-full empty:hidden" role="status">
        {state === "failed" ? t("notCancelled") : null}
      </p>
    </>
  );
}
