import { useTranslations } from "next-intl";
import type { ReportFollower } from "#lib/contract/report.ts";
import type { Certainty } from "#lib/domain/diagnosis/verdict.ts";
import { certaintyMix } from "../overview/certainty-mix.ts";

/** How sure the sentence is, in words; never a percentage. */
export function CertaintyWords({ people }: { people: readonly ReportFollower[] }) {
  const t = useTranslations("certainty");
  const label = useTranslations("report");
  const mix = certaintyMix(people);
  if (!mix) return null;
  const words =
    mix.strong === mix.weak ? t(mix.strong) : t("mixed", { strong: t(mix.strong), weak: t(mix.weak).toLowerCase() });
  // A sentence that holds for some is not said of all.
  const each = (certainty: Certainty) => t("each", { certainty: t(certainty), text: t(`${certainty}Text`) });
  const meaning = mix.strong === mix.weak ? t(`${mix.strong}Text`) : `${each(mix.strong)} ${each(mix.weak)}`;
  return (
    <p className="mt-2">
      <span className="text-quiet">{label("sure")}</span>{" "}
      <strong className="inline-block rounded-2xl border border-edge px-2.5 py-0.5 font-semibold text-sm">
        {words}
      </strong>{" "}
      <span className="text-quiet">{meaning}</span>
    </p>
  );
}
