import { useTranslations } from "next-intl";
import { type CauseGroup, mostlyUnknown } from "../groups.ts";
import type { CauseContext } from "./cause-context.ts";
import { GroupRows } from "./group-rows.tsx";

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
          <GroupRows context={context} group={group} key={group.group} />
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
