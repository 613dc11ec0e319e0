import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Contact } from "#components/shell/contact.tsx";
import { Article, TAGS } from "#components/ui/prose.tsx";
import { readConfig } from "#lib/config.ts";

const SECTIONS = ["kept", "device", "see", "signIn", "letIn", "third", "notices", "hints", "followers"] as const;

const toRemoval = (words: ReactNode) => <a href="/remove">{words}</a>;

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("privacy"))("title") });

export default function Privacy() {
  const t = useTranslations("privacy");
  const { contact, hints, push, signIn } = readConfig(process.env);
  const only = (isOn: boolean) => (words: ReactNode) => (isOn ? TAGS.p(words) : null);
  const tags = { ...TAGS, remove: toRemoval, lists: only(hints.lists), fediseer: only(hints.fediseer) };
  const isSaid = { hints: hints.lists || hints.fediseer, notices: push, signIn, letIn: signIn };
  const said = SECTIONS.filter((id) => !(id in isSaid) || isSaid[id as keyof typeof isSaid]);
  const sections = said.map((id) => ({
    id,
    title: t(`sections.${id}.title`),
    text: t.rich(`sections.${id}.text`, tags),
  }));
  const short = { title: t("inShort"), points: t.rich("short", TAGS) };
  return (
    <Article contents={t("contents")} lead={t("lead")} sections={sections} short={short} title={t("title")}>
      {contact ? <p className="section">{t.rich("contact", { who: () => <Contact text={contact} /> })}</p> : null}
    </Article>
  );
}
