import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Offer } from "./offer.ts";
import { Rights } from "./rights.tsx";

/** With one account there is nothing to choose, and the button names its server. */
export function Choice({ offers, checkPath }: { offers: readonly Offer[]; checkPath: string }) {
  const t = useTranslations("signIn");
  const [first] = offers;
  if (!first) return null;
  return (
    <form action={`${checkPath}/signin/go`} className="section stack" method="post">
      <fieldset className="stack-tight">
        <legend className="label">{t("which")}</legend>
        {offers.map((offer) => (
          <label className="choice" key={offer.side}>
            <input defaultChecked={offer === first} name="account" type="radio" value={offer.side} />
            <b>{t(`account.${offer.side}`, { acct: offer.acct })}</b>
            {offers.length > 1 ? <Reads offer={offer} /> : null}
          </label>
        ))}
      </fieldset>
      <Ticks offers={offers} />
      <div className="btns">
        <Button type="submit">{offers.length === 1 ? t("go", { host: first.host }) : t("goAny")}</Button>
        <a className="btn btn--ghost" href={checkPath}>
          {t("without")}
        </a>
      </div>
      <p className="quiet note-size">{t("stuck")}</p>
    </form>
  );
}

/** What tells the accounts apart. With one, the list of what is read stands beside the form and says it. */
function Reads({ offer: { reads } }: { offer: Offer }) {
  const t = useTranslations("signIn.reads");
  const said = reads.length > 0 ? reads : (["account"] as const);
  return <small>{said.map((read) => t(read)).join(" · ")}</small>;
}

/** What is asked for only by those who want it. It is the new account's alone. */
function Ticks({ offers }: { offers: readonly Offer[] }) {
  const t = useTranslations("signIn.ticks");
  const ticks = [...new Set(offers.flatMap((offer) => offer.ticks))];
  if (ticks.length === 0) return null;
  const rightsOf = (tick: (typeof ticks)[number]): readonly string[] =>
    offers.flatMap(({ more }) => more[tick] ?? []).flatMap((rights) => rights.split(" "));
  return (
    <fieldset className="stack-tight">
      <legend className="label">{t("title")}</legend>
      {ticks.map((tick) => (
        <label className="choice" key={tick}>
          <input name={tick} type="checkbox" />
          <b>{t(tick)}</b>
          {rightsOf(tick).length > 0 ? (
            <small>
              <Rights rights={rightsOf(tick)} />
            </small>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}
