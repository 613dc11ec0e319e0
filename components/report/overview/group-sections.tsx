import { useFormatter, useTranslations } from "next-intl";
import { GroupMark } from "#components/ui/group-mark.tsx";
import { type CardContext, CauseCard } from "./cause-card.tsx";
import { GroupFold } from "./group-fold.tsx";
import { type CauseGroup, mostlyUnknown } from "./groups.ts";

/** The groups in the order of who can act. People who are here need no card. */
export function GroupSections({ groups, context }: { groups: readonly CauseGroup[]; context: CardContext }) {
  return (
    <>
      <Prelude groups={groups} report={context.report} />
      {groups.map((group) => (
        <GroupSection context={context} group={group} key={group.group} />
      ))}
    </>
  );
}

/** What holds for all that follows, in one place. */
function Prelude({ groups, report }: { groups: readonly CauseGroup[]; report: CardContext["report"] }) {
  const t = useTranslations("report");
  const here = groups.find(({ group }) => group === "here");
  const unknown = mostlyUnknown(report);
  if (!here && !unknown) return null;
  return (
    <div className="max-w-prose space-y-2 border-ember border-s-2 ps-4">
      {unknown ? <p className="text-lg">{t("mostUnknown")}</p> : null}
      {here ? (
        <p className="text-quiet" id="group-here-people">
          {t("here", { count: here.count })}
        </p>
      ) : null}
    </div>
  );
}

/** Where nobody can do anything the reasons can wait, on a screen that has little room. */
const CAN_WAIT: readonly string[] = ["nobody", "unknown"];

type GroupSectionProps = { group: CauseGroup; context: CardContext };

function GroupSection({ group, context }: GroupSectionProps) {
  const id = `group-${group.group}-people`;
  const waits = CAN_WAIT.includes(group.group);
  if (group.group === "here") return null;
  return (
    <section aria-labelledby={`group-${group.group}-name`} data-group={group.group} {...(waits ? {} : { id })}>
      {waits ? (
        <GroupFold summary={<GroupName group={group} />}>
          {/* A link to something folded away unfolds it. */}
          <div className="scroll-mt-16" id={id}>
            <GroupCards context={context} group={group} />
          </div>
        </GroupFold>
      ) : (
        <>
          <GroupName group={group} />
          <GroupCards context={context} group={group} />
        </>
      )}
    </section>
  );
}

function GroupName({ group: { group, count } }: Pick<GroupSectionProps, "group">) {
  const name = useTranslations("groups");
  const format = useFormatter();
  return (
    <h3 className="flex items-center gap-3 font-display text-2xl" id={`group-${group}-name`}>
      <GroupMark className="translate-y-0.5" group={group} />
      {name(group)}
      <span className="font-sans text-lg text-quiet tabular-nums">{format.number(count)}</span>
    </h3>
  );
}

function GroupCards({ group: { group, cards }, context }: GroupSectionProps) {
  const t = useTranslations("report.groups");
  if (group === "here") return null;
  return (
    <>
      <p className="mt-1 max-w-prose text-quiet">{t(group)}</p>
      <div className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(100%,26rem),1fr))] items-start gap-4">
        {cards.map((card) => (
          <CauseCard card={card} context={context} key={card.cause} />
        ))}
      </div>
    </>
  );
}
