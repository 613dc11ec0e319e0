import { useTranslations } from "next-intl";
import { Article, TAGS } from "#components/ui/prose.tsx";
import { ComparisonTable } from "./comparison-table.tsx";

const LEVELS = ["arriving", "leaving", "existing", "posts", "messages", "move", "lifted"] as const;
const WAYS = ["does", "stops", "time", "many", "fails"] as const;

/** What blocks do to follows, and what they do not: linked from every block and every letter. */
export function HowBlocks() {
  const t = useTranslations("howBlocks");
  const plain = (["why", "admins", "myths"] as const).map((id) => ({
    id,
    title: t(`${id}.title`),
    text: t.rich(`${id}.text`, TAGS),
  }));
  const sections = [
    { id: "levels", title: t("levels.title"), text: <Levels /> },
    { id: "ways", title: t("ways.title"), text: <Ways /> },
    ...plain,
  ];
  return <Article contents={t("contents")} lead={t("lead")} sections={sections} title={t("title")} />;
}

function Levels() {
  const t = useTranslations("howBlocks.levels");
  const rows = LEVELS.map((id) => ({
    id,
    what: t(`rows.${id}.what`),
    cells: [t.rich(`rows.${id}.limit`, TAGS), t.rich(`rows.${id}.suspend`, TAGS)],
  }));
  return (
    <>
      {t.rich("text", TAGS)}
      <ComparisonTable caption={t("caption")} columns={[t("head.limit"), t("head.suspend")]} rows={rows} />
      {t.rich("account", TAGS)}
    </>
  );
}

function Ways() {
  const t = useTranslations("howBlocks.ways");
  const rows = WAYS.map((id) => ({
    id,
    what: t(`rows.${id}.what`),
    cells: [t.rich(`rows.${id}.move`, TAGS), t.rich(`rows.${id}.hand`, TAGS)],
  }));
  return (
    <>
      {t.rich("text", TAGS)}
      <ComparisonTable caption={t("caption")} columns={[t("head.move"), t("head.hand")]} rows={rows} />
    </>
  );
}
