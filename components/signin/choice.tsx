import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Offer } from "./offer.ts";

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
            <small>
              {(offer.reads.length > 0 ? offer.reads : (["account"] as const))
                .map((read) => t(`reads.${read}`))
                .join(" · ")}
            </small>
          </label>
        ))}
      </fieldset>
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
