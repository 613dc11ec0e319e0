import { useFormatter, useTranslations } from "next-intl";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { type CauseCard, type CauseGroup, foldRest } from "../groups.ts";
import type { CauseContext } from "./cause-context.ts";
import { CauseRow } from "./cause-row.tsx";

/** Where nobody can do anything the reasons can wait. */
const CAN_WAIT: readonly string[] = ["nobody", "unknown"];

type GroupRowsProps = { group: CauseGroup; context: CauseContext };

/** Who can act, and the reasons below: folded where they can wait, in the same row where there is one alone. */
export function GroupRows({ group: { group, count, cards }, context }: GroupRowsProps) {
  const name = useTranslations("groups");
  const format = useFormatter();
  const [only] = cards;
  if (CAN_WAIT.includes(group))
    return (
      <details className="cause cause--group" data-group={group} id={`group-${group}`}>
        <Summary count={count}>
          <Swatch group={group} />
          {name(group)}
        </Summary>
        <Rows cards={cards} context={context} />
      </details>
    );
  if (only && cards.length === 1)
    return (
      <div data-group={group} id={`group-${group}`}>
        <ul className="cause-list">
          <CauseRow card={only} context={context} group={group} />
        </ul>
      </div>
    );
  return (
    <div data-group={group}>
      <div className="cause-group" id={`group-${group}`}>
        <h3>
          <Swatch group={group} />
          {name(group)}
        </h3>
        <b className="num">{format.number(count)}</b>
      </div>
      <FoldedRows cards={cards} context={context} />
    </div>
  );
}

type RowsProps = { cards: readonly CauseCard[]; context: CauseContext };

const Rows = ({ cards, context }: RowsProps) => (
  <ul className="cause-list">
    {cards.map((card) => (
      <CauseRow card={card} context={context} key={card.cause} />
    ))}
  </ul>
);

/** The smaller reasons take one row on a small screen, where they would take a screen of their own. */
function FoldedRows({ cards, context }: RowsProps) {
  const t = useTranslations("report");
  // Before the end the order is another, and the largest may stand last.
  const { first, rest } = context.ended ? foldRest(cards) : { first: cards, rest: [] };
  return (
    <>
      <Rows cards={first} context={context} />
      {rest.length > 0 ? (
        <details className="cause cause--more">
          <Summary count={rest.reduce((sum, { count }) => sum + count, 0)}>
            {t("moreReasons", { count: rest.length })}
          </Summary>
          <Rows cards={rest} context={context} />
        </details>
      ) : null}
    </>
  );
}

function Summary({ count, children }: { count: number; children: React.ReactNode }) {
  const format = useFormatter();
  return (
    <summary>
      <span>{children}</span>
      <b className="num">{format.number(count)}</b>
      <span className="servers-n" />
      <span className="sure" />
      <span className="turn-cell">
        <Icon className="turn" name="chev" />
      </span>
    </summary>
  );
}
