import { useFormatter, useTranslations } from "next-intl";
import type { OwnBlocks as Own } from "#lib/contract/sign-in.ts";

/** What the mover can lift alone, and when ties were cut. It is told to the mover and to nobody else. */
export function OwnBlocks({ own, host }: { own: Own; host: string }) {
  const t = useTranslations("signIn.own");
  const format = useFormatter();
  const { domains, people, cuts, unread, maySpare } = own;
  const none = domains.length + people.length + cuts.length === 0;
  return (
    <section className="section stack-tight">
      <h2 className="h-small">{t("title")}</h2>
      {none && !unread ? <p className="quiet">{t("none")}</p> : null}
      {unread ? <p className="quiet">{t("unread")}</p> : null}
      {domains.length > 0 ? (
        <p>{t(maySpare ? "domainsLikely" : "domains", { names: format.list([...domains]), host })}</p>
      ) : null}
      {people.length > 0 ? (
        <p>{t("people", { names: format.list(people.map((acct) => `@${acct}`)), count: people.length, host })}</p>
      ) : null}
      <ul>
        {cuts.map(({ of, by, followers, at }) => (
          <li key={`${of} ${at}`}>
            {t(`cut.${by}`, {
              of,
              host,
              count: followers,
              day: format.dateTime(new Date(at), { dateStyle: "medium" }),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
