import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { Reach } from "#lib/domain/diagnosis/verdict.ts";

const LOOK = {
  works: ["check", "cell--yes"],
  waits: ["wait", "cell--wait"],
  blocked: ["x", "cell--no"],
  gone: ["nobody", "cell--gap"],
  unknown: ["minus", "cell--gap"],
} as const;

/** Whether they can follow, in two words. */
export function ReachCell({ reach }: { reach: Reach }) {
  const t = useTranslations("followers.can");
  const [icon, look] = LOOK[reach];
  return (
    <span className={`cell ${look}`}>
      <Icon name={icon} />
      {t(reach)}
    </span>
  );
}
