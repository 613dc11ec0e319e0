import { useFormatter, useTranslations } from "next-intl";
import { type BeforeScene, canCount, isWhole } from "./scene.ts";

/** Moving nowhere is a choice too, and has its losses. */
export function StayingRow({ scene }: { scene: BeforeScene }) {
  const t = useTranslations("before.staying");
  const { host, atMost, unreachable, ended } = numbersOf(scene);
  const format = useFormatter();
  if (scene.backPath || !canCount(scene)) return null;
  return (
    <tr className="t-stay">
      <th scope="row">
        {t("title", { host })}
        <small>{ended ? t("unreachable", { count: unreachable }) : null}</small>
      </th>
      <td className="t-range">
        {ended ? t.rich("reaches", { n: () => <b className="cand__range">{format.number(atMost)}</b> }) : "–"}
      </td>
      <td className="num">–</td>
      <td className="num">{ended ? format.number(unreachable) : "–"}</td>
      <td className="num">–</td>
      <td>–</td>
      <td />
    </tr>
  );
}

export function StayingCard({ scene }: { scene: BeforeScene }) {
  const t = useTranslations("before.staying");
  const { host, atMost, unreachable, ended } = numbersOf(scene);
  const format = useFormatter();
  if (!ended || scene.backPath || !canCount(scene)) return null;
  return (
    <article className="cand cand--stay">
      <h3>{t("title", { host })}</h3>
      <p>{t.rich("reaches", { n: () => <b className="cand__range">{format.number(atMost)}</b> })}</p>
      <p className="note-size quiet">{t("unreachable", { count: unreachable })}</p>
    </article>
  );
}

const numbersOf = (scene: BeforeScene) => ({
  host: scene.report.old.host,
  ...scene.comparison.staying,
  ended: isWhole(scene),
});
