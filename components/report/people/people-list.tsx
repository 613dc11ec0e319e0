import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { judgedCause } from "#lib/causes/index.ts";
import type { ReportFollower } from "#lib/contract/report.ts";
import { type Addressee, contactWith, type ReachOf } from "#lib/messages/contact.ts";
import { partPeople } from "../overview/quiet.ts";
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
  const group = useTranslations("groups");
  const { lively, quiet, gone } = partPeople(people, context.now);
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
      {lively.length > 0 ? (
        <ul aria-label={t("caption")} className="people">
          {lively.map(draw)}
        </ul>
      ) : null}
      <Apart title={t("quiet")}>{quiet.map(draw)}</Apart>
      <Apart title={group("nobody")}>{gone.map(draw)}</Apart>
    </form>
  );
}

function Apart({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h2 className="people__apart">{title}</h2>
      <ul className="people">{children}</ul>
    </>
  );
}
