import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import { KeyGate } from "#components/progress/key-gate.tsx";
import { PasteLink } from "#components/progress/paste-link.tsx";
import { SiteFrame } from "#components/shell/site-frame.tsx";
import { Ending } from "#components/ui/ending.tsx";

type NoKeyProps = { id: string; profile?: string | null };

/** `rel="me"`: the profile that links here sees itself confirmed. */
export function NoKey({ id, profile }: NoKeyProps) {
  const t = useTranslations("check.gate");
  const { check } = useMessages();
  const text = (
    <>
      <KeyGate id={id} />
      <noscript>
        <p>{t("noScript")}</p>
      </noscript>
    </>
  );
  const start = (
    <a className="btn btn--main" href="/">
      {t("start")}
    </a>
  );
  return (
    <SiteFrame>
      {profile ? <link href={profile} rel="me" /> : null}
      <NextIntlClientProvider messages={{ check: { gate: check.gate } }}>
        <Ending buttons={start} more={<PasteLink id={id} />} text={text} title={t("title")} />
      </NextIntlClientProvider>
    </SiteFrame>
  );
}
