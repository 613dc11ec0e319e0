import { useFormatter, useTranslations } from "next-intl";
import { shownCause } from "#i18n/cause-words.ts";
import { judgedCause } from "#lib/causes/index.ts";
import type { ReportFollower } from "#lib/contract/report.ts";
import { isOwnDecision } from "#lib/messages/own-decision.ts";
import { factsBehind } from "../overview/causes/card-facts.ts";
import { Evidence } from "../words/evidence.tsx";
import { useCauseTitle, useCauseWhat } from "../words/use-cause-title.ts";
import { LastActive } from "./last-active.tsx";
import { PersonActions } from "./person-actions.tsx";
import type { PersonProps } from "./person-context.ts";

/** What happened in a sentence, how sure it is, and every answer that it rests on. */
export function PersonInside(props: PersonProps & { onePerson: boolean }) {
  const t = useTranslations("followers");
  const { person, now, onePerson } = props;
  const own = isOwnDecision(judgedCause(person.cause), onePerson);
  return (
    <div className="person__in">
      <p className="person__last quiet">
        {t("lastActive")} <LastActive now={now} person={person} />
      </p>
      <Reason {...props} own={own} />
      <Marks {...props} />
      {own ? null : <Rests {...props} />}
      <div className="btns person__btns">
        <PersonActions {...props} />
      </div>
    </div>
  );
}

function Reason({ person, report, onePerson, own }: PersonProps & { onePerson: boolean; own: boolean }) {
  const t = useTranslations("followers");
  const decided = useTranslations("onePersonBlock");
  const certainty = useTranslations("certainty");
  const format = useFormatter();
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const shown = shownCause(person.cause);
  const titleOf = useCauseTitle(names);
  const what = useCauseWhat(names);
  // What could also be is introduced as that: it needs no words of its own for being a guess.
  const title = (cause: string | null, people: readonly ReportFollower[] = []) => {
    const one = shownCause(cause);
    return one === "none" ? "" : titleOf(one, people);
  };
  const also = person.also
    .filter(({ cause }) => !isOwnDecision(judgedCause(cause), onePerson))
    .map(({ cause }) => title(cause));
  if (own) return <p>{decided("what")}</p>;
  if (shown === "none") return null;
  return (
    <>
      <p>
        <b>{title(person.cause, [person])}</b>
        {person.certainty && person.certainty !== "possible" && person.group !== "here" ? (
          <span className="quiet"> · {certainty(person.certainty)}</span>
        ) : null}
      </p>
      <p>{what(shown, [person])}</p>
      {also.length > 0 ? <p className="quiet">{t("also", { causes: format.list(also, { type: "unit" }) })}</p> : null}
    </>
  );
}

/** What a person's own server lists, each in words of its own: one follow is unfinished, the other is not there. */
const NOTES = {
  "half-followed": "halfFollowed",
  "follows-neither": "followsNeither",
} as const satisfies Record<NonNullable<ReportFollower["note"]>, string>;

function Marks({ person: { profile, newAddress, provisional, note } }: PersonProps) {
  const t = useTranslations("followers");
  const marks = [
    profile?.locked ? t("locked") : null,
    newAddress ? t("newAddress", { address: `@${newAddress.replace(/^@/, "")}` }) : null,
    provisional ? t("provisional") : null,
    note ? t(NOTES[note]) : null,
  ].filter((one) => one !== null);
  return marks.length > 0 ? <p className="quiet">{marks.join(" · ")}</p> : null;
}

function Rests({ person, report }: PersonProps) {
  const server = report.servers.find(({ host }) => host === person.server);
  const facts = server ? factsBehind(server, [person]) : [];
  if (facts.length === 0) return null;
  return (
    <Evidence facts={facts} scene={{ host: person.server, old: report.old.host, fresh: report.new?.host ?? "" }} />
  );
}
