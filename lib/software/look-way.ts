import type { SignInWay } from "./define.ts";
import { factsOf } from "./index.ts";
import { compareVersions } from "./version.ts";

export const lookRightsOf = ({ looks }: LookWay): readonly string[] => looks.split(" ");

export type LookWay = SignInWay & { readonly looks: string };

/** How a follower can have his server asked what it tells its members; nothing where that is not known, or not safe. */
export function lookWayOf({ name, version }: { readonly name: string; readonly version: string }): LookWay | undefined {
  const way = factsOf(name)?.signIn;
  if (way?.looks === undefined || way.flow !== "oauth") return undefined;
  if (way.safeSince !== undefined && compareVersions(version, way.safeSince) < 0) return undefined;
  return { ...way, looks: way.looks };
}
