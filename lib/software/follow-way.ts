import type { FollowPage } from "./define.ts";
import { factsOf } from "./index.ts";
import { compareVersions } from "./version.ts";

/** How a follow of somebody elsewhere begins on a server of this software. */
export type FollowWay = Pick<FollowPage, "forPeople" | "missing" | "readsName"> & { readonly path?: string };

export function followWayOf({ name, version }: { readonly name: string; readonly version: string }): FollowWay {
  const facts = factsOf(name);
  const { since, source: _, ...page }: Partial<FollowPage> = facts?.followPage ?? {};
  const path = facts?.paths.follow;
  const isTooOld = since !== undefined && compareVersions(version, since) < 0;
  return { ...page, ...(path && !isTooOld ? { path } : {}) };
}
