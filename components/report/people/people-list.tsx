import { useTranslations } from "next-intl";
import { judgedCause } from "#lib/causes/index.ts";
import type { ReportFollower } from "#lib/contract/report.ts";
import { type Addressee, contactWith, type ReachOf } from "#lib/messages/contact.ts";
import { partQuiet } from "../overview/quiet.ts";
import { Person } from "./person.tsx";
import type { PersonContext } from "./person-context.ts";

type PeopleListProps = PersonContext & {
  people: readonly ReportFollower[];
  checkId: string;
  /** The page to come back to after a mark, below the check's own path. */
  back: string;
};

/** One form for all marks: it works without a script, and comes back to the same place. */
export function PeopleList({ people, checkId, back, ...context }: PeopleListProps) {
  const t = useTranslations("followers");
  const { lively, quiet } = partQuiet(people, context.now);
  const { servers } = context.report;
  const byHost = new Map(servers.map((server) => [server.host, server]));
  const reachOf: ReachOf = (host) => byHost.get(host)?.reach ?? "unknown";
  if (people.length === 0) return null;
  const draw = (person: ReportFollower) => (
    <Person
      {...context}
      contact={contactWith(
        {
          ...person,
          cause: judgedCause(person.cause),
          onePerson: byHost.get(person.server)?.onePerson,
        } satisfies Addressee,
        reachOf,
      )}
      key={person.acct}
      person={person}
    />
  );
  return (
    <form action={`/check/${checkId}/messages/marks`} method="post">
      <input name="back" type="hidden" value={back} />
      <ul aria-label={t("caption")} className="people">
        {lively.map(draw)}
      </ul>
      {quiet.length > 0 ? (
        <>
          <h2 className="people__quiet">{t("quiet")}</h2>
          <ul className="people">{quiet.map(draw)}</ul>
        </>
      ) : null}
    </form>
  );
}
