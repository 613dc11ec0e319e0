import { useTranslations } from "next-intl";
import { Address } from "#components/ui/address.tsx";
import { Face } from "#components/ui/face.tsx";
import type { ReportAccount } from "#lib/contract/report.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { displayAcct } from "#lib/domain/names/display-acct.ts";

/** The first screen of the page for followers, in its own words. A drawing: nothing in it can be pressed. */
export function SharePreview({ account: { acct, display } }: { account: ReportAccount }) {
  const t = useTranslations("sharePage");
  const label = useTranslations("sharing");
  const name = display || userOf(acct);
  return (
    <aside className="card share-preview">
      <h2 className="tag">{label("preview")}</h2>
      <Face name={name} />
      <p className="share-name">
        {t.rich("title", {
          name: () => <bdi>{name}</bdi>,
          new: () => (
            <b className="handle">
              <Address {...displayAcct(acct)} />
            </b>
          ),
        })}
      </p>
      <div aria-hidden="true" className="fake">
        <span>{t("server.label")}</span>
        <span className="input">{t("server.placeholder")}</span>
        <span className="btn btn--wide">{t("server.button")}</span>
      </div>
    </aside>
  );
}
