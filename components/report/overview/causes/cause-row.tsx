import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import { Sure } from "#components/ui/groups/sure.tsx";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { UNLISTED } from "#lib/causes/index.ts";
import type { Group } from "#lib/domain/diagnosis/verdict.ts";
import { CertaintyText } from "../../words/certainty-words.tsx";
import { UnclearWords } from "../../words/unclear-words.tsx";
import { isOnlyPossible, useCauseTitle, useCauseWhat } from "../../words/use-cause-title.ts";
import type { CauseCard } from "../groups.ts";
import { actionFor, type CardAction, isBlock } from "./card-action.ts";
import type { CauseContext } from "./cause-context.ts";
import { CauseServers } from "./cause-servers.tsx";
import { certaintyMix } from "./certainty-mix.ts";

type CauseRowProps = { card: CauseCard; context: CauseContext };
type RowProps = CauseRowProps & {
  /** Of which it is the only reason: then the row says who can act, too. */
  group?: Group;
};

/** One reason in one line; opened, it says what happened, who can act, how sure it is, and what it rests on. */
export function CauseRow({ card, context, group }: RowProps) {
  const name = useTranslations("groups");
  const label = useTranslations("report");
  const words = useTranslations("certainty");
  const format = useFormatter();
  const { report, people } = context;
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const title = useCauseTitle(names);
  const sample = people.get(card.cause) ?? [];
  const mix = certaintyMix(sample);
  const action = actionFor(card.cause, context);
  return (
    <li className="cause-row" data-cause={card.cause}>
      <details className={cn("cause", group && "cause--lone")}>
        <summary>
          <span>
            {group ? (
              <span className="cause__group">
                <Swatch group={group} />
                {name(group)}
              </span>
            ) : null}
            <span className="cause__title">{title(card.cause, sample)}</span>
          </span>
          <b className="num">{format.number(card.count)}</b>
          <span className="servers-n">
            {card.servers.length > 0 ? label("onServers", { count: card.servers.length }) : null}
          </span>
          {mix && !isOnlyPossible(sample) ? (
            <Sure certainty={mix.weak}>{words(mix.weak)}</Sure>
          ) : (
            <span className="sure" />
          )}
          <span className="turn-cell">
            <Icon className="turn" name="chev" />
          </span>
        </summary>
        <Inside action={action} card={card} context={context} names={names} />
      </details>
      {action ? <Do action={action} look="go cause__do" /> : null}
    </li>
  );
}

type InsideProps = CauseRowProps & { action: CardAction | null; names: { old: string; new: string } };

function Inside({ card, context, action, names }: InsideProps) {
  const t = useTranslations("causes");
  const label = useTranslations("report");
  const what = useCauseWhat(names);
  const { report, people, ended } = context;
  const sample = people.get(card.cause) ?? [];
  return (
    <div className="cause__in">
      <dl className="facts">
        <div>
          <dt>{label("what")}</dt>
          <dd>{what(card.cause, sample)}</dd>
          <UnclearWords card={card} report={report} />
        </div>
        <div>
          <dt>{label("who")}</dt>
          <dd>{t(`${card.cause}.who`, names)}</dd>
        </div>
        <CertaintyText cause={card.cause} people={sample} />
        {card.onePerson > 0 ? (
          <div>
            <dt className="sr">{label("note")}</dt>
            <dd className="quiet">
              {label(card.onePerson === card.count ? "onePersonAll" : "onePerson", { count: card.onePerson })}
            </dd>
          </div>
        ) : null}
        {sample.some(({ provisional }) => provisional) ? (
          <div>
            <dt className="sr">{label("note")}</dt>
            <dd className="quiet">{label(ended ? "provisionalEnded" : "provisional")}</dd>
          </div>
        ) : null}
      </dl>
      <CauseServers card={card} context={context} sample={sample} />
      <Links action={action} card={card} context={context} />
    </div>
  );
}

/** Leftover entries are a number: there is nobody to show. */
function Links({
  card: { cause, count },
  context: { checkPath },
  action,
}: CauseRowProps & { action: CardAction | null }) {
  const t = useTranslations("report");
  return (
    <p className="btns print:hidden">
      {action ? <Do action={action} look="btn btn--small" /> : null}
      {UNLISTED.has(cause) ? null : (
        <Link className="btn btn--small" href={`${checkPath}/followers?cause=${cause}`} prefetch={false}>
          <Icon name="people" />
          {t("list", { count })}
        </Link>
      )}
      {isBlock(cause) ? (
        <Link className="go" href="/how/blocks" prefetch={false}>
          {t("aboutBlocks")}
        </Link>
      ) : null}
    </p>
  );
}

/** The first thing to do. What needs proof says so, and leads to where the account is shown to be one's own. */
export function Do({ action: { id, href, proof }, look }: { action: CardAction; look: string }) {
  const t = useTranslations("report.do");
  return (
    <a className={look} href={href}>
      {t(id)}
      {proof ? <span className="quiet note-size"> {t("proof")}</span> : null}
      <Icon name={id === "requests" ? "out" : "right"} />
    </a>
  );
}
