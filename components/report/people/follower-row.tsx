import { useFormatter, useTranslations } from "next-intl";
import { Address } from "#components/ui/address.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { isOwnDecision } from "#lib/messages/own-decision.ts";
import { isSilent } from "../overview/quiet.ts";

type FollowerRowProps = { person: ReportFollower; report: Report; now: number };

export function FollowerRow({ person, report, now }: FollowerRowProps) {
  const reach = useTranslations("reach");
  const { acct, display, server, nameless, uri } = person;
  const initial = [...(display || (nameless ? server : acct))][0];
  const onePerson = report.servers.find(({ host }) => host === server)?.onePerson === true;
  // Whether somebody can follow would tell what they decided.
  const reachable = isOwnDecision(person.cause, onePerson) ? null : reach(person.reach);
  const why = <Why onePerson={onePerson} person={person} report={report} />;
  return (
    <tr className="border-line border-b" data-acct={acct}>
      <th className="py-3 pe-4 text-start align-top font-normal" scope="row">
        <span className="flex gap-3">
          <span
            aria-hidden="true"
            className="grid size-9 shrink-0 place-items-center rounded-lg border border-line bg-sunk font-semibold text-quiet uppercase"
          >
            {initial}
          </span>
          <span className="min-w-0">
            {display ? <bdi className="block font-semibold">{display}</bdi> : null}
            {nameless ? (
              <Nameless host={displayHost(server).shown} uri={uri} />
            ) : (
              <Address
                acct={acct}
                className={display ? "text-quiet text-sm" : "font-semibold"}
                host={displayHost(server)}
              />
            )}
            <Marks now={now} person={person} />
            <span className="mt-1 block text-sm sm:hidden">
              {why}
              {reachable ? <span className="block text-quiet">{reachable}</span> : null}
            </span>
          </span>
        </span>
      </th>
      <td className="hidden py-3 pe-4 align-top sm:table-cell">{why}</td>
      <td className="hidden py-3 align-top sm:table-cell">{reachable}</td>
    </tr>
  );
}

/** No server has told this person's name: the profile says more than the key in its address would. */
function Nameless({ host, uri }: { host: string; uri: string | undefined }) {
  const t = useTranslations("followers");
  const text = t("nameless", { host });
  return uri ? (
    <a className="text-quiet text-sm underline" href={uri} rel="noreferrer nofollow">
      {text}
    </a>
  ) : (
    <span className="text-quiet text-sm">{text}</span>
  );
}

function Marks({ person, now }: { person: ReportFollower; now: number }) {
  const t = useTranslations("followers");
  const format = useFormatter();
  const { profile, youFollow, mark, newAddress, provisional } = person;
  const silent = isSilent(person, now);
  const marks = [
    youFollow ? t("youFollow") : null,
    profile?.bot ? t("bot") : null,
    profile?.locked ? t("locked") : null,
    silent ? t("silent") : null,
    profile?.lastPostAt && !silent ? t("active", { when: month(format, profile.lastPostAt) }) : null,
    newAddress ? t("newAddress", { address: `@${newAddress.replace(/^@/, "")}` }) : null,
    mark ? t(mark === "asked" ? "asked" : "skip") : null,
    provisional ? t("provisional") : null,
  ].filter((one) => one !== null);
  return marks.length > 0 ? (
    <span className="block text-quiet text-sm [overflow-wrap:anywhere]">{marks.join(" · ")}</span>
  ) : null;
}

/** Nobody needs to know the day somebody last wrote. */
const month = (format: ReturnType<typeof useFormatter>, at: string): string =>
  format.dateTime(new Date(at), { year: "numeric", month: "long" });

type WhyProps = Omit<FollowerRowProps, "now"> & { onePerson: boolean };

function Why({ person, report, onePerson }: WhyProps) {
  const t = useTranslations("followers");
  const causes = useTranslations("causes");
  const own = useTranslations("onePersonBlock");
  const certainty = useTranslations("certainty");
  const format = useFormatter();
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const also = person.also.filter(({ cause }) => !isOwnDecision(cause, onePerson));
  const named = (cause: string | null) => causes(`${shownCause(cause)}.title`, names);
  if (isOwnDecision(person.cause, onePerson)) return own("title");
  return (
    <>
      {named(person.cause)}
      {person.certainty && person.group !== "here" ? (
        <span className="text-quiet"> ({certainty(person.certainty).toLowerCase()})</span>
      ) : null}
      {also.length > 0 ? (
        <span className="block text-quiet text-sm">
          {t("also", {
            causes: format.list(
              also.map(({ cause }) => named(cause)),
              { type: "unit" },
            ),
          })}
        </span>
      ) : null}
      {person.note ? <span className="block text-quiet text-sm">{t("halfFollowed")}</span> : null}
    </>
  );
}
