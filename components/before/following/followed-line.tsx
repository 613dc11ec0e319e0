import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Compared } from "#lib/plan/compare.ts";
import { type BeforeScene, followingPath } from "../scene.ts";

/** The other direction in one line of a candidate: how many of those whom one follows could be followed from there. */
export function FollowedLine({ scene, one: { candidate } }: { scene: BeforeScene; one: Compared }) {
  const t = useTranslations("before.following");
  const { report, named } = scene;
  const total = report.following?.total ?? 0;
  if (!candidate.following || total === 0) return null;
  const { can, limited, cannot: shut, unknown } = candidate.following;
  const words = t("line", { total, can, limited, shut, unknown });
  return (
    <p className="note-size quiet" data-followed={candidate.server}>
      {named ? (
        <Link href={followingPath(scene, candidate.server, "cannot")} prefetch={false}>
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}
