import Link from "next/link";
import { useTranslations } from "next-intl";
import { planRows } from "#lib/plan/servers.ts";
import type { BeforeScene } from "../scene.ts";
import { Matrix } from "./matrix.tsx";

/** More of them help nobody to choose; the page of all servers has the rest. */
const MOST = 40;

/** Where the choice makes a difference, and for how many. */
export function Differences({ scene }: { scene: BeforeScene }) {
  const t = useTranslations("before.differ");
  const { report, ended, named, checkPath, comparison } = scene;
  if (!ended || comparison.candidates.length === 0 || comparison.total === 0) return null;
  if (!named) return <Unnamed scene={scene} />;
  const { rows, onePerson } = planRows(report);
  const differing = rows.filter(({ differs }) => differs);
  const alike = rows.length - differing.length;
  const single = comparison.candidates.length === 1;
  return (
    <section className="section">
      <h2 id="servers">{t(single ? "titleOne" : "title")}</h2>
      <p className="quiet card-lead">
        {single ? null : differing.length > 0 ? t("lead", { alike }) : t("none")}{" "}
        <Link href={`${checkPath}/servers`} prefetch={false}>
          {t("all", { count: rows.length })}
        </Link>
      </p>
      {differing.length > 0 ? <Matrix label={t("label")} rows={differing.slice(0, MOST)} scene={scene} /> : null}
      {onePerson > 0 ? <p className="hint">{t("onePerson", { count: onePerson })}</p> : null}
    </section>
  );
}

function Unnamed({ scene: { provePath } }: { scene: BeforeScene }) {
  const t = useTranslations("before.differ");
  return (
    <section className="section">
      <h2 id="servers">{t("title")}</h2>
      <p>
        {t("unnamed")}{" "}
        <Link href={provePath} prefetch={false}>
          {t("prove")}
        </Link>
      </p>
    </section>
  );
}
