import { useFormatter, useTranslations } from "next-intl";
import { Fold } from "#components/ui/fold.tsx";
import { Moment } from "#components/ui/time/moment.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { type TrendShape, trendShape } from "./trend-shape.ts";

type History = CheckState["history"];

/** How many are missing over time, and how many came along a day: two pictures, and the table they are drawn from. */
export function Trend({ history }: { history: History }) {
  const t = useTranslations("report.looks");
  const shape = trendShape(history);
  if (!shape) return null;
  const [first, last] = [history[0], history.at(-1)];
  return (
    <>
      <div className="trends">
        <figure>
          <figcaption>{t("missing")}</figcaption>
          <Picture label={t("missingLabel", { from: first?.missing ?? 0, to: last?.missing ?? 0 })} shape={shape}>
            <path className="spark__line" d={shape.line} />
            {/* A stroke keeps its shape where the picture is stretched. */}
            <path className="trends__dot" d={`M${shape.last.x} ${shape.last.y}h0`} />
          </Picture>
          <Ends history={history} numbers />
        </figure>
        <figure>
          <figcaption>{t("perDay")}</figcaption>
          <Picture label={t("perDayLabel", { count: arrivedIn(history) })} shape={shape}>
            {shape.bars.map((bar) => (
              <rect className="trends__bar" key={bar.x} rx="1.5" {...bar} />
            ))}
          </Picture>
          <Ends history={history} />
        </figure>
      </div>
      <Fold summary={t("table")}>
        <Table history={history} />
      </Fold>
    </>
  );
}

const arrivedIn = (history: History): number => history.reduce((sum, { arrived = 0 }) => sum + arrived, 0);

function Picture({ shape, label, children }: { shape: TrendShape; label: string; children: React.ReactNode }) {
  return (
    <svg
      aria-label={label}
      className="trends__picture"
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${shape.width} ${shape.height}`}
    >
      {children}
    </svg>
  );
}

function Ends({ history, numbers = false }: { history: History; numbers?: boolean }) {
  const format = useFormatter();
  const day = (at: string) => format.dateTime(new Date(at), { day: "numeric", month: "short", timeZone: "UTC" });
  const ends = [history[0], history.at(-1)].filter((point) => point !== undefined);
  return (
    <p className="trends__ends">
      {ends.map(({ at, missing }) => (
        <span key={at}>
          {numbers ? <b className="num">{format.number(missing)}</b> : null} {day(at)}
        </span>
      ))}
    </p>
  );
}

function Table({ history }: { history: History }) {
  const t = useTranslations("report.looks");
  const format = useFormatter();
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : format.number(value);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t("when")}</th>
          <th className="num" scope="col">
            {t("missing")}
          </th>
          <th className="num" scope="col">
            {t("arrived")}
          </th>
          <th className="num" scope="col">
            {t("following")}
          </th>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map(({ at, missing, arrived, newList }) => (
          <tr key={at}>
            <th scope="row">
              <Moment at={at} />
            </th>
            <td className="num">{number(missing)}</td>
            <td className="num">{number(arrived)}</td>
            <td className="num">{number(newList)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
