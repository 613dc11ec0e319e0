import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FollowerLocale } from "#i18n/locales.ts";
import type { LetterOffer } from "#lib/messages/letters/letter.ts";
import { FEWEST_PEOPLE, MOST_ASKERS } from "#lib/messages/letters/letter-rules.ts";
import { LanguagePicker } from "../language-picker.tsx";
import { Part } from "../part.tsx";
import { LetterCard, type LetterPlace } from "./letter-card.tsx";
import type { LetterRow, Unwritten } from "./letters.ts";

type AdminsPartProps = {
  place: LetterPlace;
  old: { host: string; offer: LetterOffer };
  letters: readonly LetterRow[];
  none: readonly Unwritten[];
  language: FollowerLocale;
};

/** Letters that one person may send once, and the reasons where there is none. */
export function AdminsPart({ place, old, letters, none, language }: AdminsPartProps) {
  const t = useTranslations("writing.admins");
  const nothing = letters.length === 0 && old.offer.kind === "none";
  return (
    <Part
      id="admins"
      text={
        <>
          {t("text")}{" "}
          <Link href="/how/blocks" prefetch={false}>
            {t("more")}
          </Link>
        </>
      }
      title={t("title")}
    >
      {nothing ? null : <LanguagePicker language={language} part="admins" />}
      {nothing && none.length === 0 ? <p className="mt-4 font-semibold">{t("none")}</p> : null}
      <ul className="mt-4 space-y-4">
        {old.offer.kind === "none" ? null : (
          <li>
            <LetterCard host={old.host} offer={old.offer} place={place} title="old" />
          </li>
        )}
        {letters.map(({ host, people, offer, remote }) => (
          <li className="space-y-4" key={host}>
            <LetterCard host={host} offer={offer} people={people} place={place} title="own" />
            {remote ? <LetterCard host={host} offer={remote} place={place} title="remote" /> : null}
          </li>
        ))}
      </ul>
      <NotOffered none={none} />
    </Part>
  );
}

function NotOffered({ none }: { none: readonly Unwritten[] }) {
  const t = useTranslations("writing.admins");
  const why = useTranslations("messages.whyNoLetter");
  if (none.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="font-semibold text-lg">{t("notOffered")}</h3>
      <ul className="mt-2 max-w-prose space-y-2">
        {none.map((row) => (
          <li key={row.why}>
            <b>{t("servers", { count: row.servers })}.</b> {why(row.why, { fewest: FEWEST_PEOPLE, most: MOST_ASKERS })}
          </li>
        ))}
      </ul>
    </div>
  );
}
