import { useTranslations } from "next-intl";
import type { ShownCause } from "#i18n/cause-words.ts";
import { causeOf } from "#lib/causes/index.ts";
import type { ReportFollower } from "#lib/contract/report.ts";
import type { Certainty } from "#lib/domain/diagnosis/verdict.ts";
import { certaintyMix } from "../overview/causes/certainty-mix.ts";

/** What only the mover can act on was seen with the own account: certain, no server publishes it. */
const isSeenInside = (cause: ShownCause): boolean => INSIDE.has(causeOf(cause)?.helps ?? "");
const INSIDE: ReadonlySet<string> = new Set(["requests", "lift"]);

/** How sure the sentence is, in words; never a percentage. */
export function CertaintyText({ cause, people }: { cause: ShownCause; people: readonly ReportFollower[] }) {
  const t = useTranslations("certainty");
  const label = useTranslations("report");
  const mix = certaintyMix(people);
  if (!mix) return null;
  const same = mix.strong === mix.weak;
  const words = same ? t(mix.strong) : t("mixed", { strong: t(mix.strong), weak: t(mix.weak).toLowerCase() });
  const text = (certainty: Certainty) =>
    t(certainty === "proven" && isSeenInside(cause) ? "provenInside" : `${certainty}Text`);
  // A sentence that holds for some is not said of all.
  const each = (certainty: Certainty) => t("each", { certainty: t(certainty), text: text(certainty) });
  return (
    <div>
      <dt>{label("sure")}</dt>
      <dd>
        <b>{words}</b>{" "}
        <span className="quiet">{same ? text(mix.strong) : `${each(mix.strong)} ${each(mix.weak)}`}</span>
      </dd>
    </div>
  );
}
