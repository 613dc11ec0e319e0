import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { heldKinds, type Kind, type Kinds } from "#lib/plan/kinds.ts";

const LOOKS = {
  can: ["cell--yes", "check"],
  waits: ["cell--wait", "wait"],
  cannot: ["cell--no", "x"],
  unknown: ["cell--gap", "minus"],
} as const satisfies Readonly<Record<Kind, readonly [string, string]>>;

/** What a candidate means for one server's people: a word where they all fare alike, numbers where they do not. */
export function Cell({ kinds }: { kinds: Kinds }) {
  const t = useTranslations("before.cell");
  const held = heldKinds(kinds);
  return (
    <span className="cells">
      {held.map((kind) => (
        <span className={`cell ${LOOKS[kind][0]}`} key={kind}>
          <Icon name={LOOKS[kind][1]} />
          {held.length > 1 ? t(`some.${kind}`, { count: kinds[kind] }) : t(kind)}
        </span>
      ))}
    </span>
  );
}
