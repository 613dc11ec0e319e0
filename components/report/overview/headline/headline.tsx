import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import type { Report } from "#lib/contract/report.ts";
import { findingIds } from "../findings.ts";
import { chooseHeadline, type Phase, type Saying } from "./headline.ts";
import type { NumberSentence } from "./number-sentences.ts";

type HeadlineProps = { report: Report; phase: Phase };

/** True numbers, one sentence each; the first one is the heading of the page. */
export function Headline({ report, phase }: HeadlineProps) {
  const headline = chooseHeadline(report, phase);
  const [first, ...rest] = headline.numbers;
  const youFollow = report.counts.parts?.youFollow ?? 0;
  if (headline.kind === "said") return <Said id={headline.id} numbers={headline.numbers} report={report} />;
  if (!first) return null;
  return (
    <>
      <h1 className={cn("headline", phase === "running" && "headline--running")} tabIndex={-1}>
        <Sentence {...first} exact={report.counts.missingIs === "exact"} heads running={phase === "running"} />
      </h1>
      <Subline numbers={rest}>
        <YouFollow count={youFollow} running={phase === "running"} />
      </Subline>
    </>
  );
}

function YouFollow({ count, running }: { count: number; running: boolean }) {
  const t = useTranslations("headline");
  if (running) return null;
  return count > 0 ? <span>{t("youFollow", { count })}</span> : null;
}

type SaidProps = { id: Parameters<typeof sayable>[0]; numbers: readonly NumberSentence[]; report: Report };
const sayable = (id: Extract<ReturnType<typeof chooseHeadline>, { kind: "said" }>["id"]) => id;

function Said({ id, numbers, report }: SaidProps) {
  const t = useTranslations("headline");
  const gap = useTranslations("gap");
  const names = {
    old: `@${report.old.acct}`,
    new: report.new ? `@${report.new.acct}` : "",
    host: report.old.host,
    gap: gap(report.old.gap ?? "unreachable"),
  };
  return (
    <>
      <h1 className={cn("headline", id === "reading" ? "headline--reading" : "headline--plain")} tabIndex={-1}>
        {t(sayable(id))}
      </h1>
      {id === "reading" ? null : <p className="subline">{t(`${textOf(id, report)}-text`, names)}</p>}
      <Subline numbers={numbers}>
        {id === "reading" && numbers.length === 0 ? <span aria-hidden="true">…</span> : null}
      </Subline>
    </>
  );
}

/** A server that shows an account as suspended has answered. */
const textOf = (id: Exclude<Saying, "reading">, { old, move }: Report) =>
  id === "old-unread" && old.gap === undefined && findingIds(move).has("old-account-gone") ? "old-suspended" : id;

function Subline({ numbers, children }: { numbers: readonly NumberSentence[]; children: ReactNode }) {
  if (numbers.length === 0 && !children) return null;
  return (
    <p className="subline subline--parts">
      {numbers.map((number) => (
        <span key={number.id}>
          <Sentence {...number} />
        </span>
      ))}
      {children}
    </p>
  );
}

type SentenceProps = NumberSentence & { heads?: boolean; running?: boolean; exact?: boolean };

/** A heading has its number apart from its words, and no full stop. */
function Sentence({ id, count, before, heads = false, running = false, exact = true }: SentenceProps) {
  const t = useTranslations("headline");
  const format = useFormatter();
  return t.rich(id, {
    count,
    before: before === undefined ? "" : format.number(before),
    least: heads && running ? "running" : heads && !exact ? "least" : "no",
    a: (words) => <span className="headline__a">{words}</span>,
    n: () => (heads ? <span className="headline__n">{format.number(count)}</span> : <b>{format.number(count)}</b>),
    t: (words) => (heads ? <span className="headline__t">{words}</span> : words),
    dot: (words) => (heads ? null : words),
  });
}
