import type { SignInWay } from "./define.ts";
import { factsOf } from "./index.ts";
import { compareVersions } from "./version.ts";

export const lookRightsOf = ({ looks }: LookWay): readonly string[] => looks.split(" ");

export type LookWay = SignInWay & { readonly looks: string };

type Named = { readonly name: string; readonly version: string };

/** How an app signs in there, or why ours does not: in some versions each token may do everything. */
export function signInWayOf({ name, version }: Named): SignInWay | "unknown-software" | "unsafe-tokens" {
  const way = factsOf(name)?.signIn;
  if (!way) return "unknown-software";
  const isUnsafe = way.safeSince !== undefined && compareVersions(version, way.safeSince) < 0;
  return isUnsafe ? "unsafe-tokens" : way;
}

/** How a follower can have his server asked what it tells its members; nothing where that is not known, or not safe. */
export function lookWayOf(software: Named): LookWay | undefined {
  const way = signInWayOf(software);
  if (typeof way === "string" || way.looks === undefined) return undefined;
  return { ...way, looks: way.looks };
}
