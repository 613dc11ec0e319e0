import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonLook } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { inputLook } from "#components/ui/field.tsx";
import { Moment } from "#components/ui/time/moment.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { LinkPicture } from "./link-picture.tsx";
import { ShareButton } from "./share-button.tsx";
import { Days, ShowsMissing } from "./share-form.tsx";
import { daysLeft } from "./share-stage.ts";

type SharedPageProps = {
  share: NonNullable<CheckState["share"]>;
  checkPath: string;
  now: string;
};

export function SharedPage({ share: { url, until, showsMissing }, checkPath, now }: SharedPageProps) {
  const t = useTranslations("sharing");
  return (
    <section aria-labelledby="share-link-title" className="card">
      <div className="flex flex-col gap-6 md:flex-row md:justify-between">
        <div className="min-w-0 flex-1">
          <h2 id="share-link-title">
            <label className="font-semibold text-lg" htmlFor="share-link">
              {t("link")}
            </label>
          </h2>
          <input className={`${inputLook} mt-2`} defaultValue={url} dir="ltr" id="share-link" readOnly />
          <div className="mt-3 flex flex-wrap gap-2">
            <CopyButton done={t("copied")} from="share-link" label={t("copy")} text={url} tone="primary" />
            <ShareButton label={t("share")} text={t("shareText")} url={url} />
            <a className={buttonLook({ tone: "plain" })} href={url} rel="noreferrer" target="_blank">
              {t("open")}
            </a>
          </div>
          <Until now={now} until={until} />
          <p className="mt-3">
            {t("use")}{" "}
            <Link href={`${checkPath}/messages`} prefetch={false}>
              {t("messages")}
            </Link>
          </p>
        </div>
        <LinkPicture caption={t("qr")} link={url} />
      </div>
      <Changes action={`${checkPath}/share/make`} showsMissing={showsMissing} />
    </section>
  );
}

function Until({ until, now }: { until: string; now: string }) {
  const t = useTranslations("sharing");
  const days = daysLeft(until, now);
  if (days === null) return <p className="mt-4">{t("over")}</p>;
  return (
    <p className="mt-4">
      <b>{t("until", { days })}</b> {t.rich("untilDay", { day: () => <Moment at={until} /> })} {t("daysText")}
    </p>
  );
}

/** Both are behind a fold: nobody deletes a page that is out in the world by a slip. */
function Changes({ action, showsMissing }: { action: string; showsMissing: boolean }) {
  const t = useTranslations("sharing");
  return (
    <div className="mt-6 border-line border-t pt-3 print:hidden">
      <Disclosure summary={t("change")}>
        <form action={action} className="mt-2 pb-4" method="post">
          <Days />
          <ShowsMissing on={showsMissing} />
          <p className="mt-2 hint">{t("renewText")}</p>
          <Button className="mt-3" tone="plain" type="submit">
            {t("save")}
          </Button>
        </form>
      </Disclosure>
      <Disclosure summary={t("remove")}>
        <form action={action} className="mt-2" method="post">
          <p>{t("removeText")}</p>
          <Button className="mt-3" name="remove" tone="plain" type="submit" value="yes">
            {t("removeSure")}
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}
