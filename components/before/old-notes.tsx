import { useFormatter, useTranslations } from "next-intl";
import { Note } from "#components/ui/note.tsx";
import { warningsOfOld } from "#lib/plan/warnings.ts";
import type { BeforeScene } from "./scene.ts";

/** What is true of the old account, whatever it moves to. */
export function OldNotes({ scene: { report, ended } }: { scene: BeforeScene }) {
  const t = useTranslations("before.oldNote");
  const format = useFormatter();
  if (!ended) return null;
  const [first] = warningsOfOld(report);
  if (!first) return null;
  const day = (text: string) =>
    format.dateTime(new Date(text), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const values = {
    host: report.old.host,
    to: "to" in first ? first.to : "",
    people: "people" in first ? first.people : 0,
    ...("until" in first ? { lastPost: day(first.lastPost), until: day(first.until) } : {}),
  };
  return (
    <Note icon="warn" title={t(`${first.id}.title`, values)} tone="warn">
      <p>{t(`${first.id}.text`, values)}</p>
    </Note>
  );
}
