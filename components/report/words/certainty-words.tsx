import { useTranslations } from "next-intl";
import type { ReportFollower } from "#lib/contract/report.ts";
import type { Certainty } from "#lib/domain/diagnosis/verdict.ts";
import { certaintyMix } from "../overview/certainty-mix.ts";

/** How sure the sentence is, in words; never a percentage. */
export function CertaintyText({ people }: { people: readonly ReportFollower[] }) {
  const t = useTranslations("certainty");
  const label = useTranslations("report");
  const mix = certaintyMix(people);
  if (!mix) return null;
  const same = mix.strong === mix.weak;
  const words = same ? t(mix.strong) : t("mixed", { strong: t(mix.strong), weak: t(mix.weak).toLowerCase() });
  // A sentence that holds for some is not said of all.
  const each = (certainty: Certainty) => t("each", { certainty: t(certainty), text: t(`${certainty}Text`) });
  return (
    <div>
      <dt>{label("sure")}</dt>
      <dd>
        <b>{words}</b>{" "}
        <span className="quiet">{same ? t(`${mix.strong}Text`) : `${each(mix.strong)} ${each(mix.weak)}`}</span>
      </dd>
    </div>
  );
}
