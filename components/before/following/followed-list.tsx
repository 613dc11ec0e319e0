import Link from "next/link";
import { useTranslations } from "next-intl";
import { Address, HostName } from "#components/ui/address.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { FollowedServers } from "#lib/contract/report.ts";
import { FOLLOWED_KINDS, type FollowedKind } from "#lib/domain/diagnosis/verdict.ts";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { type BeforeScene, followingPath } from "../scene.ts";

export type FollowedAsked = { readonly to: string | undefined; readonly is: FollowedKind };

export function readFollowedAsked(query: Readonly<Record<string, string | string[] | undefined>>): FollowedAsked {
  const one = (name: string) => [query[name]].flat()[0];
  return { to: one("to"), is: FOLLOWED_KINDS.find((kind) => kind === one("is")) ?? "cannot" };
}

type ListProps = { scene: BeforeScene; asked: FollowedAsked; found: FollowedServers };
type Row = FollowedServers["servers"][number];

/** Those whom one would lose with a candidate, or of whom nobody can tell, by server and with the reason. */
export function FollowedList({ scene, asked: { to, is }, found }: ListProps) {
  const t = useTranslations("before.following.page");
  const servers = useTranslations("before.servers");
  const candidates = scene.comparison.candidates.map(({ candidate }) => candidate.server);
  const chosen = candidates.find((server) => server === to) ?? candidates[0];
  if (chosen === undefined) return <p>{t("nothing")}</p>;
  const rows = found.servers.filter(({ at }) => at[chosen]?.kind === is);
  const people = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Link className="crumb print:hidden" href={scene.checkPath} prefetch={false}>
        <Icon name="back" />
        {servers("back")}
      </Link>
      <h1>{t(`title.${is}`, { server: chosen })}</h1>
      <p className="subline">{t("count", { people })}</p>
      <Chips candidates={candidates} chosen={chosen} is={is} scene={scene} />
      {rows.length > 0 ? (
        <ul className="outcomes card section">
          {rows.map((row) => (
            <Server key={row.host} row={row} to={chosen} />
          ))}
        </ul>
      ) : (
        <p className="section">{t("none")}</p>
      )}
      {found.unlisted > 0 ? <p className="hint mt-3">{t("unlisted", { count: found.unlisted })}</p> : null}
    </>
  );
}

type ChipsProps = { scene: BeforeScene; candidates: readonly string[]; chosen: string; is: FollowedKind };

function Chips({ scene, candidates, chosen, is }: ChipsProps) {
  const t = useTranslations("before.following");
  return (
    <nav aria-label={t("page.filters")} className="chips mt-3 print:hidden">
      {candidates.flatMap((server) =>
        (["cannot", "limited", "unknown"] as const).map((kind) => (
          <Link
            aria-current={server === chosen && kind === is ? "true" : undefined}
            className="chip"
            href={followingPath(scene, server, kind)}
            key={`${server} ${kind}`}
            prefetch={false}
          >
            {t("page.chip", { server, kind: t(`kind.${kind}`) })}
          </Link>
        )),
      )}
    </nav>
  );
}

/** More of one server are in the file. */
const MOST = 30;

function Server({ row: { host, count, people, at }, to }: { row: Row; to: string }) {
  const t = useTranslations("before.following");
  const sure = useTranslations("certainty");
  const found = at[to];
  const shown = displayHost(host);
  return (
    <li data-server={host}>
      <h2 className="h-small">
        <HostName {...shown} />
      </h2>
      <p className="quiet note-size">{t("page.people", { people: count })}</p>
      {found?.why.map((why) => {
        const text = t(`why.${why}`, { host: shown.shown, new: to });
        const { certainty } = found;
        return (
          <p key={why}>
            {certainty && found.kind === "cannot" ? t("page.sure", { text, certainty: sure(certainty) }) : text}
          </p>
        );
      })}
      <p className="note-size">
        {people.slice(0, MOST).map((acct, at) => (
          <span key={acct}>
            {at > 0 ? ", " : null}
            <Address {...displayAcct(acct)} />
          </span>
        ))}
        {people.length > MOST ? ` ${t("page.more", { count: people.length - MOST })}` : null}
      </p>
    </li>
  );
}
