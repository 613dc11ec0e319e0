import { useTranslations } from "next-intl";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { StepView } from "../steps.ts";
import { useAnnouncement } from "./use-announcement.ts";

/** There from the start, so that screen readers listen to it. */
export function Announcer({ state, behind }: { state: CheckState; behind: boolean }) {
  const t = useTranslations("progress");
  const say = useAnnouncement(state, behind);
  return (
    <p className="sr-only" role="status">
      {say ? <Spoken say={say} state={state} t={t} /> : null}
    </p>
  );
}

type Words = ReturnType<typeof useTranslations<"progress">>;
type SpokenProps = { say: NonNullable<ReturnType<typeof useAnnouncement>>; state: CheckState; t: Words };

/** How it ended, and no number: the headline has it, and alone knows what may be said of it. */
function Spoken({ say, state: { state, counts, mode }, t }: SpokenProps) {
  if (say.kind === "done") return t(`ended.${state === "failed" || state === "cancelled" ? state : "done"}`);
  // Before a move nobody is missing.
  const missing = mode === "moved" ? (counts?.missing ?? 0) : 0;
  const so = missing > 0 ? t("say.missing", { count: missing }) : "";
  if (say.kind === "part") return `${t("say.part", { percent: say.percent })} ${so}`;
  return `${t("say.step", { step: t(`steps.${say.step as StepView["id"]}`) })} ${so}`;
}
