import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Contact } from "#components/shell/contact.tsx";
import { Article, TAGS } from "#components/ui/prose.tsx";
import { readConfig } from "#lib/config.ts";

const SECTIONS = ["who", "asks", "lists", "letters", "out"] as const;

const STOP = "User-agent: Housewarming\nDisallow: /";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("bot"))("title") });

export default function Bot() {
  const t = useTranslations("bot");
  const sections = SECTIONS.map((id) => ({
    id,
    title: t(`sections.${id}.title`),
    text: t.rich(`sections.${id}.text`, TAGS),
  }));
  const lead = (
    <>
      <p>{t.rich("lead", TAGS)}</p>
      <pre className="mt-4 overflow-x-auto rounded-lg border border-line bg-card p-4 text-base" dir="ltr">
        {STOP}
      </pre>
      <p className="mt-4">{t.rich("rules", TAGS)}</p>
    </>
  );
  const { contact } = readConfig(process.env);
  const short = { title: t("inShort"), points: t.rich("short", TAGS) };
  return (
    <Article contents={t("contents")} lead={lead} sections={sections} short={short} title={t("title")}>
      {contact ? <p className="section">{t.rich("contact", { who: () => <Contact text={contact} /> })}</p> : null}
    </Article>
  );
}
