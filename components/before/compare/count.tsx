import Link from "next/link";
import { useFormatter } from "next-intl";
import type { Compared } from "#lib/plan/compare.ts";
import type { Kind } from "#lib/plan/kinds.ts";
import { type BeforeScene, serversPath } from "../scene.ts";

type CountProps = { scene: BeforeScene; one: Compared; kind: Kind; label: string };

/** A number that leads to the servers it was counted on. */
export function Count({ scene, one, kind, label }: CountProps) {
  const format = useFormatter();
  const count = { can: one.low, waits: one.waits, cannot: one.cannot, unknown: one.unknown }[kind];
  const shown = format.number(count);
  if (count === 0 || !scene.named) return shown;
  return (
    <Link
      aria-label={`${label}: ${shown}, ${one.candidate.server}`}
      href={serversPath(scene, one.candidate.server, kind)}
      prefetch={false}
    >
      {shown}
    </Link>
  );
}
