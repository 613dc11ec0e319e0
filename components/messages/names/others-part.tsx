import { useFormatter, useTranslations } from "next-intl";
import { Part } from "../part.tsx";
import type { Reason } from "../reasons.ts";

/** Numbers and reasons; nobody is named here. */
export function OthersPart({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("writing.others");
  const why = useTranslations("messages.whyNot");
  const format = useFormatter();
  if (reasons.length === 0) return null;
  return (
    <Part id="others" text={t("text")} title={t("title")}>
      <dl className="mt-4 max-w-3xl border-line border-t">
        {reasons.map((reason) => (
          <div className="flex gap-4 border-line border-b py-3" data-why={reason.why} key={reason.why}>
            <dt className="w-10 shrink-0 sm:w-14 text-end font-semibold tabular-nums">
              {format.number(reason.people)}
            </dt>
            <dd className="min-w-0">{why(reason.why)}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
