import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { buttonLook } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { UNLISTED } from "#lib/causes/index.ts";
import type { Report, ReportFollower, ReportServer } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { CertaintyWords } from "../words/certainty-words.tsx";
import { Evidence } from "../words/evidence.tsx";
import { UnclearWords } from "../words/unclear-words.tsx";
import { actionFor, type CardAction, isBlock } from "./card-action.ts";
import { factsBehind } from "./card-facts.ts";
import type { CauseCard as Card } from "./groups.ts";

export type CardContext = {
  report: Report;
  /** Some people of each cause, for certainty and evidence; never more than a page. */
  people: ReadonlyMap<string, readonly ReportFollower[]>;
  checkPath: string;
  /** Nothing more will be read for now. */
  ended: boolean;
};

const NAMED = 3;

/** One reason: how many, what happened, who can do something, how sure it is, and what it rests on. */
export function CauseCard({ card, context }: { card: Card; context: CardContext }) {
  const t = useTranslations("causes");
  const label = useTranslations("report");
  const format = useFormatter();
  const { report, people, ended } = context;
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const sample = people.get(card.cause) ?? [];
  return (
    <article className="rounded-2xl border border-line bg-card p-5 sm:p-6" data-cause={card.cause}>
      <h4 className="flex items-baseline gap-3 text-lg leading-snug">
        <span className="font-semibold text-2xl tabular-nums">{format.number(card.count)}</span>
        <span className="font-semibold">{t(`${card.cause}.title`, names)}</span>
      </h4>
      <p className="mt-2">{t(`${card.cause}.what`, names)}</p>
      <UnclearWords card={card} report={report} />
      <p className="mt-2">
        <span className="text-quiet">{label("who")}:</span> {t(`${card.cause}.who`, names)}
      </p>
      <CertaintyWords people={sample} />
      {card.onePerson > 0 ? (
        <p className="mt-2 text-quiet">
          {label(card.onePerson === card.count ? "onePersonAll" : "onePerson", { count: card.onePerson })}
        </p>
      ) : null}
      {sample.some(({ provisional }) => provisional) ? (
        <p className="mt-2 text-quiet">{label(ended ? "provisionalEnded" : "provisional")}</p>
      ) : null}
      <CardServers card={card} context={context} sample={sample} />
      <CardLinks card={card} context={context} />
    </article>
  );
}

const LINK =
  "inline-flex min-h-9 items-center font-semibold text-ember underline underline-offset-4 hover:text-ember-strong";

/** Leftover entries are a number: there is nobody to show. */
function CardLinks({ card: { cause }, context: { report, checkPath } }: { card: Card; context: CardContext }) {
  const t = useTranslations("report");
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
      <CardButton action={actionFor(cause, report, checkPath)} />
      {UNLISTED.has(cause) ? null : (
        <Link className={LINK} href={`${checkPath}/followers?cause=${cause}`} prefetch={false}>
          {t("list")}
        </Link>
      )}
      {isBlock(cause) ? (
        <Link className={LINK} href="/how/blocks" prefetch={false}>
          {t("aboutBlocks")}
        </Link>
      ) : null}
    </p>
  );
}

/** The first thing to do, where there is one. */
export function CardButton({ action }: { action: CardAction | null }) {
  const t = useTranslations("report.do");
  return action ? (
    <a className={buttonLook({ tone: "plain", size: "small" })} href={action.href}>
      {t(action.id)}
    </a>
  ) : null;
}

type CardServersProps = { card: Card; context: CardContext; sample: readonly ReportFollower[] };

function CardServers({ card, context: { report, checkPath }, sample }: CardServersProps) {
  const t = useTranslations("report");
  const shown = card.servers.slice(0, NAMED);
  const rest = card.servers.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <Disclosure className="mt-3" summary={t("servers", { count: card.servers.length })}>
      <ul className="mt-2 space-y-4">
        {shown.map(({ host, people }) => (
          <li key={host}>
            <p>
              <Link
                className="font-semibold underline underline-offset-4 hover:text-ember-strong"
                href={`${checkPath}/servers/${host}`}
                prefetch={false}
              >
                <HostName {...displayHost(host)} />
              </Link>{" "}
              · {t("people", { count: people })}
            </p>
            <CardEvidence host={host} report={report} sample={sample} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="mt-3 text-quiet">{t("moreServers", { count: rest })}</p> : null}
    </Disclosure>
  );
}

type CardEvidenceProps = { host: string; report: Report; sample: readonly ReportFollower[] };

function CardEvidence({ host, report, sample }: CardEvidenceProps) {
  const server: ReportServer | undefined = report.servers.find((one) => one.host === host);
  const facts = server ? factsBehind(server, sample) : [];
  if (facts.length === 0) return null;
  return (
    <div className="mt-2 text-sm">
      <Evidence facts={facts} scene={{ host, old: report.old.host, fresh: report.new?.host ?? "" }} />
    </div>
  );
}
