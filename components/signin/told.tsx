import { useTranslations } from "next-intl";
import type { readEnd, readProblem } from "./stage.ts";

type ToldProps = { problem: ReturnType<typeof readProblem>; end: ReturnType<typeof readEnd> };

/** How the way to the own server ended, or why it did not begin. */
export function Told({ end, problem }: ToldProps) {
  const t = useTranslations("signIn");
  if (end === "in" || end === "denied")
    return <p className={`note note--words ${end === "in" ? "note--good" : "note--plain"}`}>{t(`end.${end}`)}</p>;
  if (!end && !problem) return null;
  return (
    <p className="note note--words note--alert" role="alert">
      {end ? t(`end.${end}`) : problem ? t(`problem.${problem}`) : null}
    </p>
  );
}
