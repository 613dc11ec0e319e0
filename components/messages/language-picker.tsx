import { useTranslations } from "next-intl";
import { buttonLook } from "#components/ui/button.tsx";
import { inputLook } from "#components/ui/field.tsx";
import { FOLLOWER_LOCALES, type FollowerLocale, OWN_NAMES } from "#i18n/locales.ts";
import type { TextPart } from "#i18n/text-choice.ts";

type LanguagePickerProps = { part: TextPart; language: FollowerLocale };

/** A plain form that asks for this page again: the texts come in the chosen language, and the choice is kept. */
export function LanguagePicker({ part, language }: LanguagePickerProps) {
  const t = useTranslations("writing.language");
  const id = `language-${part}`;
  return (
    <form action={`#${part}`} className="mt-3 flex flex-wrap items-center gap-2 print:hidden">
      <label className="text-quiet" htmlFor={id}>
        {t("label")}
      </label>
      <select className={`${inputLook} w-auto`} defaultValue={`${part}.${language}`} id={id} name="texts">
        {FOLLOWER_LOCALES.map((locale) => (
          <option key={locale} lang={locale} value={`${part}.${locale}`}>
            {OWN_NAMES[locale]}
          </option>
        ))}
      </select>
      <button className={buttonLook({ size: "small", tone: "plain" })} type="submit">
        {t("use")}
      </button>
    </form>
  );
}
