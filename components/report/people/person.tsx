import { useTranslations } from "next-intl";
import { Address } from "#components/ui/address.tsx";
import { cn } from "#components/ui/cn.ts";
import { Face } from "#components/ui/face.tsx";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import { judgedCause } from "#lib/causes/index.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import { serverOf, userOf } from "#lib/domain/names/acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { isOwnDecision } from "#lib/messages/own-decision.ts";
import { ReachCell } from "../words/reach-cell.tsx";
import { useCauseInShort } from "../words/use-cause-title.ts";
import { LastActive } from "./last-active.tsx";
import { PersonActions } from "./person-actions.tsx";
import type { PersonProps } from "./person-context.ts";
import { PersonInside } from "./person-inside.tsx";

/** Somebody one can act on: who it is, why in a word, whether a follow works, and what to do. */
export function Person(props: PersonProps) {
  const t = useTranslations("followers");
  const { person, report } = props;
  const { acct, server, mark } = person;
  const onePerson = report.servers.find(({ host }) => host === server)?.onePerson === true;
  // Whether somebody can follow would tell what they decided.
  const own = isOwnDecision(judgedCause(person.cause), onePerson);
  const { shown, name } = nameOf(person, t("nameless", { host: displayHost(server).shown }));
  return (
    <li className={cn("person", mark && "person--done")} data-acct={acct} id={`p-${acct}`}>
      <Face name={shown} />
      <div className="person__who">
        <p className="person__name">
          <bdi>{shown}</bdi>
          <Tags person={person} />
        </p>
        <Profile person={person} />
      </div>
      <p className="person__why">
        <Swatch group={own ? "admin" : (person.group ?? "unknown")} />
        <Why own={own} person={person} report={report} />
      </p>
      <p className="person__reach">{own ? null : <ReachCell reach={person.reach} />}</p>
      <p className="person__meta">
        <span className="sr">{t("lastActive")} </span>
        <LastActive now={props.now} person={person} />
      </p>
      <div className="person__do">
        <PersonActions {...props} />
      </div>
      <details className="person__more">
        <summary>
          <Icon className="turn" name="chev" />
          <span className="sr">{t("more", { name })}</span>
        </summary>
        <PersonInside {...props} onePerson={onePerson} />
      </details>
    </li>
  );
}

/** Where no server has told a name, the key in the address stands for nobody: it is neither shown nor spoken. */
function nameOf({ acct, display, nameless }: ReportFollower, somebody: string) {
  if (nameless) return { shown: display || somebody, name: display || somebody };
  return { shown: display || userOf(acct), name: display || acct };
}

function Profile({ person: { acct, server, nameless, uri } }: { person: ReportFollower }) {
  const t = useTranslations("followers");
  if (!nameless)
    return (
      <a className="handle" href={profileOf(acct)} rel="noreferrer nofollow">
        <Address host={displayHost(server)} user={userOf(acct)} />
      </a>
    );
  if (!uri?.startsWith("https://")) return null;
  return (
    <a className="handle" href={uri} rel="noreferrer nofollow">
      {t("namelessProfile")}
    </a>
  );
}

/** Where most servers show a profile. */
const profileOf = (acct: string): string => `https://${serverOf(acct)}/@${userOf(acct)}`;

function Tags({ person: { youFollow, profile } }: { person: ReportFollower }) {
  const t = useTranslations("followers");
  return (
    <>
      {youFollow ? (
        <span className="tag tag--you">
          <Icon name="heart" />
          <span className="word">{t("youFollow")}</span>
        </span>
      ) : null}
      {profile?.bot ? (
        <span className="tag">
          <Icon name="bot" />
          {t("bot")}
        </span>
      ) : null}
    </>
  );
}

type WhyProps = { person: ReportFollower; report: Report; own: boolean };

function Why({ person, report, own }: WhyProps) {
  const decided = useTranslations("onePersonBlock");
  const short = useCauseInShort({ old: report.old.host, new: report.new?.host ?? "" });
  return own ? decided("title") : short(shownCause(person.cause), person);
}
