import { isDeepStrictEqual } from "node:util";
import type { Store } from "../open/store.ts";
import type { LookedRow } from "../tables/types.ts";
import { patchCheck, readProgress, rowOf, saveCursor } from "./checks.ts";
import { readServer } from "./servers.ts";
import { asOwner } from "./write.ts";

/** The place among the cursors that says that followers have looked since the check was judged. */
export const LOOKED = "looked";

const DAY = 86_400_000;
/** The row that holds them is read at every step: of very many the latest are kept. */
const MOST = 500;

/**
 * What a server told one of its people, for the check whose page he came from: about one server the last word counts. Only
 * servers of followers have a place, so that no stranger fills the row. Whoever looks again on the same day and sees the
 * same changes nothing. The check is not woken, and keeps the day on which it was made: it is judged with it when its owner
 * opens it.
 */
export async function keepLook(store: Store, checkId: string, look: LookedRow): Promise<void> {
  const [server, made] = await Promise.all([readServer(store, checkId, look.server), readProgress(store, checkId)]);
  if (!server || server.known === 0 || !made) return;
  await asOwner(store, checkId, made.updatedAt, async (on) => {
    const check = await rowOf(on);
    const kept = check?.input.looked ?? [];
    const before = kept.find((one) => one.server === look.server);
    if (!check || (before && isSame(before, look))) return;
    const looked = [...kept.filter((one) => one !== before), look].slice(-MOST);
    await patchCheck(on, { input: { ...check.input, looked } });
    await saveCursor(on, LOOKED, true);
  });
}

function isSame(before: LookedRow, now: LookedRow): boolean {
  const isOld = Date.parse(now.at) - Date.parse(before.at) > DAY;
  return !isOld && isDeepStrictEqual(answersIn(before), answersIn(now));
}

const answersIn = ({ onOld, onNew }: LookedRow): unknown =>
  [onOld, onNew].map(({ list, resolve }) => [list?.known && list.value, resolve?.known && resolve.value]);
