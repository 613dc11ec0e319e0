import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { Compared } from "#lib/plan/compare.ts";
import { warningsOf } from "#lib/plan/warnings.ts";

/** What to know before choosing this server; where no move leads there, that comes first. */
export function Warnings({ one: { candidate, closedBy } }: { one: Compared }) {
  const t = useTranslations("before");
  const warnings = warningsOf(candidate);
  if (warnings.length === 0 && !closedBy) return null;
  return (
    <ul className="warnings">
      {closedBy ? (
        <li>
          <Icon name="warn" />
          <span>{t(`closedBy.${closedBy}`, { server: candidate.server })}</span>
        </li>
      ) : null}
      {warnings.map((warning) => (
        <li key={warning.id}>
          <Icon name="warn" />
          <span>{t(`warning.${warning.id}`, { people: 0, lists: 0, ...warning })}</span>
        </li>
      ))}
    </ul>
  );
}

export const hasWarnings = ({ candidate, closedBy }: Compared): boolean =>
  closedBy !== null || warningsOf(candidate).length > 0;
