import { useFormatter, useTranslations } from "next-intl";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CauseContext } from "./cause-context.ts";
import { CauseRow } from "./cause-row.tsx";
import { type CauseGroup, mostlyUnknown } from "./groups.ts";

type CausesTableProps = { groups: readonly CauseGroup[]; context: CauseContext };

/** The groups in the order of who can act. People who are here need no row. */
export function CausesTable({ groups, context }: CausesTableProps) {
  const t = useTranslations("report");
  const away = groups.filter(({ group }) => group !== "here");
  if (!context.settled) return <BlankTable />;
  if (away.length === 0) return null;
  return (
    <section aria-labelledby="why" className="section">
      <h2 id="why">{t("why")}</h2>
      {context.ended && mostlyUnknown(context.report) ? <p className="hint why-hint">{t("mostUnknown")}</p> : null}
      <div className="causes">
        <div aria-hidden="true" className="causes__head">
          <span>{t("head.why")}</span>
          <span>{t("head.people")}</span>
          <span>{t("head.on")}</span>
          <span>{t("head.sure")}</span>
          <span>{t("head.next")}</span>
        </div>
        {away.map((group) => (
          <Group context={context} group={group} key={group.group} />
        ))}
      </div>
    </section>
  );
}

/** While the check runs every new row would push what stands below it: the numbers are in the bar, and the rows wait. */
function BlankTable() {
  const t = useTranslations("report");
  return (
    <section aria-labelledby="why" className="section">
      <h2 id="why">{t("why")}</h2>
      <p className="causes causes--blank">{t("rowsLater")}</p>
    </section>
  );
}

/** Where nobody can do anything the reasons can wait. */
const CAN_WAIT: readonly string[] = ["nobody", "unknown"];

type GroupProps = { group: CauseGroup; context: CauseContext };

function Group({ group: { group, count, cards }, context }: GroupProps) {
  const name = useTranslations("groups");
  const format = useFormatter();
  const rows = (
    <ul className="cause-list">
      {cards.map((card) => (
        <CauseRow card={card} context={context} key={card.cause} />
      ))}
    </ul>
  );
  if (CAN_WAIT.includes(group))
    return (
      <details className="cause cause--group" data-group={group} id={`group-${group}`}>
        <summary>
          <span>
            <Swatch group={group} />
            {name(group)}
          </span>
          <b className="num">{format.number(count)}</b>
          <span className="servers-n" />
          <span className="sure" />
          <span className="turn-cell">
            <Icon className="turn" name="chev" />
          </span>
        </summary>
        {rows}
      </details>
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
      {rows}
    </div>
  );
}
