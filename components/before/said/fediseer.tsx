import { useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { OPINION_KINDS, type OpinionKind } from "#lib/domain/evidence/opinions.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import type { Candidate } from "#lib/plan/compare.ts";

type Said = NonNullable<NonNullable<Candidate["opinions"]>["fediseer"]>;

/** More are counted, and stand where they were written. */
const MOST = 5;

/** What admins wrote about a server on FediSeer, in their own words. */
export function Fediseer({ said }: { said: Said }) {
  const t = useTranslations("before.said");
  const unread = OPINION_KINDS.some((kind) => said[kind] === null);
  const nobody = OPINION_KINDS.every((kind) => said[kind]?.length === 0);
  return (
    <>
      {OPINION_KINDS.map((kind) => (
        <OfKind key={kind} kind={kind} opinions={said[kind] ?? []} />
      ))}
      {unread ? <p className="note-size">{t("unread", { list: "FediSeer" })}</p> : null}
      {nobody ? <p className="note-size">{t("nobody")}</p> : null}
    </>
  );
}

function OfKind({ kind, opinions }: { kind: OpinionKind; opinions: NonNullable<Said[OpinionKind]> }) {
  const t = useTranslations("before.said");
  if (opinions.length === 0) return null;
  return (
    <div className="note-size">
      <p>{t(kind, { count: opinions.length })}</p>
      <ul>
        {opinions.slice(0, MOST).map(({ by, reasons }) => (
          <li key={by}>
            <HostName {...displayHost(by)} />
            {reasons.length > 0 ? (
              <>
                {": "}
                <q>
                  <bdi>{reasons.join("; ")}</bdi>
                </q>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
