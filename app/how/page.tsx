import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
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
  return <Article contents={t("contents")} lead={t("lead")} sections={sections} title={t("title")} />;
}
