import type { Account, Server, WorldState } from "../../model.ts";

/** Somebody's followers as one server's database holds them, youngest follow first. */
export type Row = { readonly who: Account; readonly follow: number };

const kept = new WeakMap<WorldState, Map<string, readonly Row[]>>();

/** The whole list on the followed account's own server; everywhere else only that server's own people. */
export function followersOf(world: WorldState, viewer: Server, followed: Account): readonly Row[] {
  const side = followed === world.old ? "Old" : followed === world.target ? "New" : undefined;
  if (!side) return [];
  const lists = kept.get(world) ?? new Map<string, readonly Row[]>();
  kept.set(world, lists);
  const key = `${side} ${viewer.host}`;
  const known = lists.get(key) ?? read(world, viewer, followed, side);
  lists.set(key, known);
  return known;
}

function read(world: WorldState, viewer: Server, followed: Account, side: "Old" | "New"): readonly Row[] {
  const follow = side === "Old" ? "oldFollow" : "newFollow";
  const home = viewer === followed.server;
  const here = home ? world.people.filter((who) => who[`at${side}`] === "yes") : own(viewer, side);
  return here
    .map((who) => ({ who, follow: who[follow] || who.index + 1 }))
    .sort((one, other) => other.follow - one.follow);
}

const own = (viewer: Server, side: "Old" | "New") => viewer.accounts.filter((who) => who[`says${side}`] === "yes");

/** After a change in the world. */
export const forgetLists = (world: WorldState): void => void kept.delete(world);

/** The rows older than a follow, so that nobody is skipped or met twice while people come and go. */
export function olderThan(rows: readonly Row[], maxId: number | undefined): readonly Row[] {
  if (maxId === undefined) return rows;
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.follow ?? 0) < maxId) to = middle;
    else from = middle + 1;
  }
  return rows.slice(from);
}
