import { useTranslations } from "next-intl";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { StepView } from "./steps.ts";
import { useAnnouncement } from "./use-announcement.ts";

/** There from the start, so that screen readers listen to it. */
export function Announcer({ state, behind }: { state: CheckState; behind: boolean }) {
  const t = useTranslations("progress");
  const say = useAnnouncement(state, behind);
  return (
    <p className="sr-only" role="status">
      {say ? <Spoken missing={state.counts?.missing ?? 0} say={say} t={t} /> : null}
    </p>
  );
}

type Words = ReturnType<typeof useTranslations<"progress">>;
type SpokenProps = { say: NonNullable<ReturnType<typeof useAnnouncement>>; missing: number; t: Words };

function Spoken({ say, missing, t }: SpokenProps) {
  const number = (word: "found" | "say.missing") => (missing > 0 ? t(word, { count: missing }) : "");
  if (say.kind === "done") return `${t("say.done")} ${number("found")}`;
  const so = number("say.missing");
  if (say.kind === "part") return `${t("say.part", { percent: say.percent })} ${so}`;
  return `${t("say.step", { step: t(`steps.${say.step as StepView["id"]}`) })} ${so}`;
}
