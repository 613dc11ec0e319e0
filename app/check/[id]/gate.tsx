import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import { KeyGate } from "#components/progress/key-gate.tsx";
import { buttonLook } from "#components/ui/button.tsx";

type GateProps = { id: string; profile?: string | null };

/** `rel="me"`: the profile that links here sees itself confirmed. */
export function Gate({ id, profile }: GateProps) {
  const t = useTranslations("check.gate");
  const { check } = useMessages();
  return (
    <article className="max-w-prose">
      {profile ? <link href={profile} rel="me" /> : null}
      <h1 className="font-display text-3xl sm:text-4xl">{t("title")}</h1>
      <NextIntlClientProvider messages={{ check: { gate: check.gate } }}>
        <KeyGate id={id} />
      </NextIntlClientProvider>
      <noscript>
        <p className="mt-4">{t("noScript")}</p>
      </noscript>
      <a className={buttonLook({ tone: "plain", className: "mt-6" })} href="/">
        {t("start")}
      </a>
    </article>
  );
}
