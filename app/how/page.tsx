import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CheckPicture } from "#components/how/check-picture.tsx";
import { Article, TAGS } from "#components/ui/prose.tsx";

const SECTIONS = ["asked", "compare", "groups", "certainty", "reach", "unknown", "manners"] as const;

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("how"))("title") });

export default function How() {
  const t = useTranslations("how");
  const sections = SECTIONS.map((id) => ({
    id,
    title: t(`sections.${id}.title`),
    text: t.rich(`sections.${id}.text`, TAGS),
  }));
  const blocks = (words: ReactNode) => <a href="/how/blocks">{words}</a>;
  const bot = (words: ReactNode) => <a href="/bot">{words}</a>;
  const short = { title: t("inShort"), points: <CheckPicture />, drawn: true } as const;
  return (
    <Article
      contents={t("contents")}
      lead={t.rich("lead", { ...TAGS, bot })}
      sections={sections}
      short={short}
      title={t("title")}
    >
      <p className="section">{t.rich("blocks", { a: blocks })}</p>
    </Article>
  );
}
