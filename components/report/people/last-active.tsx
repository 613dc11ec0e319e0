import { useFormatter, useTranslations } from "next-intl";
import type { ReportFollower } from "#lib/contract/report.ts";
import { isSilent } from "../overview/quiet.ts";

/** Nobody needs to know the day somebody last wrote. */
export function LastActive({ person, now }: { person: ReportFollower; now: number }) {
  const t = useTranslations("followers");
  const format = useFormatter();
  const at = person.profile?.lastPostAt;
  if (!at) return t("activeUnknown");
  if (isSilent(person, now)) return format.dateTime(new Date(at), { year: "numeric" });
  if (at.slice(0, 7) === new Date(now).toISOString().slice(0, 7)) return t("thisMonth");
  return format.dateTime(new Date(at), { year: "numeric", month: "short" });
}
