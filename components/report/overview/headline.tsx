import { useFormatter, useTranslations } from "next-intl";
import type { Report } from "#lib/contract/report.ts";
import { chooseHeadline, type Phase } from "./headline.ts";
import type { NumberSentence } from "./number-sentences.ts";

/** Room for all its sentences from the start: what stands below does not move when they come. */
const ROOM = "min-h-36 sm:min-h-28";

type HeadlineProps = { report: Report; phase: Phase };

/** True numbers, one sentence each; the first one is the heading of the page. */
export function Headline({ report, phase }: HeadlineProps) {
  const t = useTranslations("headline");
  const headline = chooseHeadline(report, phase);
  const gap = useTranslations("gap");
  const names = {
    old: `@${report.old.acct}`,
    new: report.new ? `@${report.new.acct}` : "",
    host: report.old.host,
    gap: gap(report.old.gap ?? "unreachable"),
  };
  const [first, ...rest] = headline.numbers;
  const youFollow = report.counts.parts?.youFollow ?? 0;
  if (headline.kind === "numbers" && first)
    return (
      <div className={ROOM}>
        <h1 className="font-display text-[1.7rem] leading-tight sm:text-4xl" tabIndex={-1}>
          {phase !== "running" ? null : <span className="sr-only">{t("running")} </span>}
          <Sentence {...first} large />
        </h1>
        <Others numbers={rest} />
        {youFollow > 0 ? <p className="mt-3 text-lg">{t("youFollow", { count: youFollow })}</p> : null}
      </div>
    );
  if (headline.kind === "numbers") return null;
  return (
    <div className={ROOM}>
      <h1 className="font-display text-3xl leading-tight sm:text-4xl" tabIndex={-1}>
        {t(headline.id)}
      </h1>
      {headline.id === "reading" ? null : <p className="mt-3 max-w-prose text-lg">{t(`${headline.id}-text`, names)}</p>}
      <Others numbers={headline.numbers} />
    </div>
  );
}

function Others({ numbers }: { numbers: readonly NumberSentence[] }) {
  if (numbers.length === 0) return null;
  return (
    <div className="mt-3 space-y-1 text-lg text-quiet">
      {numbers.map((number) => (
        <p key={number.id}>
          <Sentence {...number} />
        </p>
      ))}
    </div>
  );
}

function Sentence({ id, count, before, large }: NumberSentence & { large?: boolean }) {
  const t = useTranslations("headline");
  const format = useFormatter();
  const number = () => (
    <strong className={large ? "font-sans text-[1.35em] text-ember tabular-nums" : "text-ink tabular-nums"}>
      {format.number(count)}
    </strong>
  );
  return t.rich(id, { count, before: before === undefined ? "" : format.number(before), n: number });
}
