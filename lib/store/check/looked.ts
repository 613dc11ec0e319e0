import { isDeepStrictEqual } from "node:util";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Store } from "../open/store.ts";
import type { LookedAbout, LookedRow } from "../tables/types.ts";
import { type CheckRow, patchCheck, readProgress, rowOf, saveCursor } from "./checks.ts";
import { readServer } from "./servers.ts";
import { asOwner, type Writing } from "./write.ts";

/** The place among the cursors that says that followers have looked since the check was judged. */
export const LOOKED = "looked";

const DAY = 86_400_000;
/** A server changes its mind: like all that strangers are not shown, each answer stands for ten days. */
const STANDS_MS = 10 * DAY;
/** The row that holds them is read at every step: of very many the latest are kept. */
const MOST = 500;

/**
 * What a server told one of its people, for the check whose page he came from: about one server the last word counts, and
 * what it told nobody this time stands as it was told before. Only servers of followers have a place, so that no stranger
 * fills the row. Whoever looks again on the same day and sees the same changes nothing. The check is not woken, and keeps the
 * day on which it was made: it is judged with it when its owner opens it.
 */
export async function keepLook(store: Store, checkId: string, look: LookedRow): Promise<void> {
  if (answersIn(look).length === 0) return;
  const [server, made] = await Promise.all([readServer(store, checkId, look.server), readProgress(store, checkId)]);
  if (!server || server.known === 0 || !made) return;
  await asOwner(store, checkId, made.updatedAt, async (on) => {
    const check = await rowOf(on);
    const kept = check?.input.looked ?? [];
    const before = kept.find((one) => one.server === look.server);
    if (!check || (before && !isNews(before, look))) return;
    const joined = before ? joinLooks(before, look) : look;
    const looked = [...kept.filter((one) => one !== before), joined].slice(-MOST);
    await patchCheck(on, { input: { ...check.input, looked } });
    await saveCursor(on, LOOKED, true);
  });
}

/** All looks that the check had when it began to be judged. One that came meanwhile is judged with the next time. */
export async function looksAreJudged(on: Writing, { looked }: CheckRow["input"]): Promise<void> {
  if (isDeepStrictEqual((await rowOf(on))?.input.looked, looked)) await saveCursor(on, LOOKED, null);
}

/** What of a look still stands: each of its answers has an age of its own. */
export function freshOf({ server, at, onOld, onNew, instance }: LookedRow, now: string): LookedRow {
  const about = ({ list, allow, resolve }: LookedAbout): LookedAbout =>
    defined({ list: fresh(list, now), allow: fresh(allow, now), resolve: fresh(resolve, now) });
  return { server, at, onOld: about(onOld), onNew: about(onNew), ...defined({ instance: fresh(instance, now) }) };
}

const fresh = <T>(fact: Fact<T> | undefined, now: string): Fact<T> | undefined =>
  fact?.known && Date.parse(now) - Date.parse(fact.source.at) <= STANDS_MS ? fact : undefined;

function joinLooks(before: LookedRow, now: LookedRow): LookedRow {
  const { onOld, onNew, instance } = freshOf(before, now.at);
  return {
    ...{ server: now.server, at: now.at },
    onOld: joinAbout(onOld, now.onOld),
    onNew: joinAbout(onNew, now.onNew),
    ...defined({ instance: now.instance?.known ? now.instance : instance }),
  };
}

/** Where a server shuts nobody out any more, an earlier answer of the other kind that says so goes. */
function joinAbout(before: LookedAbout, { list, allow, resolve }: LookedAbout): LookedAbout {
  const [listed, found] = [list?.known ? list : undefined, resolve?.known ? resolve : undefined];
  const isOpen = listed?.value.inbound === "open" || found?.value.found === true;
  const isListed = before.list?.known && before.list.value.inbound === "blocked";
  const isLost = before.resolve?.known && !before.resolve.value.found;
  const stays = isOpen && isListed ? {} : before;
  return defined({
    list: listed ?? stays.list,
    // It belongs to the list that it was asked for.
    allow: listed ? allow : stays.allow,
    resolve: found ?? (isOpen && isLost ? undefined : before.resolve),
  });
}

/** An answer that was not there, is another now, or is told again on another day. */
function isNews(before: LookedRow, look: LookedRow): boolean {
  const known = new Map(answersIn(before));
  return answersIn(look).some(([name, fact]) => {
    const earlier = known.get(name);
    const isOld = earlier !== undefined && Date.parse(fact.source.at) - Date.parse(earlier.source.at) > DAY;
    return !earlier || isOld || !isDeepStrictEqual(earlier.value, fact.value);
  });
}

const answersIn = ({ onOld, onNew, instance }: LookedRow) =>
  Object.entries({
    ...{ listOfOld: onOld.list, allowOfOld: onOld.allow, lookUpOfOld: onOld.resolve },
    ...{ listOfNew: onNew.list, allowOfNew: onNew.allow, lookUpOfNew: onNew.resolve, instance },
  }).flatMap(([name, fact]) => (fact?.known ? [[name, fact] as const] : []));
