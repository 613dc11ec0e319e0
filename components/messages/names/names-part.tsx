import { useTranslations } from "next-intl";
import type { Report } from "#lib/contract/report.ts";
import { HOURS_BETWEEN, MOST_A_DAY } from "#lib/messages/plan.ts";
import { MOST_PEOPLE } from "#lib/messages/plan-choice.ts";
import { MOST_IN_A_POST } from "#lib/messages/plan-posts.ts";
import { LanguagePicker } from "../language-picker.tsx";
import { Part } from "../part.tsx";
import { composeAt } from "../scene.ts";
import { Marked, type MarkedPeople } from "./marked.tsx";
import type { MentionScene } from "./mention-scene.ts";
import { NamesForm } from "./names-form.tsx";

export type NamesData = {
  readonly scene: MentionScene;
  /** Who could be written to and is not on this page. */
  readonly more: number;
  readonly asked: MarkedPeople;
  readonly skipped: MarkedPeople;
};

type NamesPartProps = { id: string; report: Report; data: NamesData };

/** Mentions by consent: whom, in which words, on which day. */
export function NamesPart({ id, report, data: { scene, more, asked, skipped } }: NamesPartProps) {
  const t = useTranslations("writing.names");
  const left = Math.max(0, MOST_PEOPLE - asked.total);
  const rules = { inPost: MOST_IN_A_POST, aDay: MOST_A_DAY, hours: HOURS_BETWEEN, most: MOST_PEOPLE };
  return (
    <Part id="names" text={t("text")} title={t("title")}>
      <p className="mt-2 max-w-prose">
        {t("rules", rules)} {t("room", { asked: asked.total, left })}
      </p>
      {left === 0 || scene.people.length === 0 ? null : <LanguagePicker language={scene.words.language} part="names" />}
      <Offer id={id} left={left} report={report} scene={scene} />
      {more > 0 ? <p className="mt-4 text-quiet">{t("more", { count: more })}</p> : null}
      <Marked asked={asked} id={id} skipped={skipped} />
    </Part>
  );
}

type OfferProps = { id: string; report: Report; scene: MentionScene; left: number };

function Offer({ id, report, scene, left }: OfferProps) {
  const t = useTranslations("writing.names");
  if (left === 0) return <p className="mt-4 font-semibold">{t("full", { most: MOST_PEOPLE })}</p>;
  if (scene.people.length === 0 || !report.new) return <p className="mt-4 font-semibold">{t("nobody")}</p>;
  return <NamesForm at={composeAt(report.new)} id={id} scene={scene} />;
}
