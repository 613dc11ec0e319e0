import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import { KeyGate } from "#components/progress/key-gate.tsx";
import { SiteFrame } from "#components/shell/site-frame.tsx";

type GateProps = { id: string; profile?: string | null };

/** `rel="me"`: the profile that links here sees itself confirmed. */
export function Gate({ id, profile }: GateProps) {
  const t = useTranslations("check.gate");
  const { check } = useMessages();
  return (
    <SiteFrame>
      {profile ? <link href={profile} rel="me" /> : null}
      <h1>{t("title")}</h1>
      <NextIntlClientProvider messages={{ check: { gate: check.gate } }}>
        <KeyGate id={id} />
      </NextIntlClientProvider>
      <noscript>
        <p className="lead">{t("noScript")}</p>
      </noscript>
      <p className="btns section">
        <a className="btn" href="/">
          {t("start")}
        </a>
      </p>
    </SiteFrame>
  );
}
