import { suspendedBy } from "./blocks.ts";
import { compared, type Found, hostsOf, type Task, wantedIn } from "./found.ts";
import { followersOf } from "./lists.ts";
import type { Get } from "./street.ts";

const PAGE = 80;
const AT_ONCE = 16;

/** A tool that somebody took more time for: both lists at once, the largest pages, then sixteen servers at a time. */
export async function concurrent(get: Get, task: Task, onBlock: () => void): Promise<Found> {
  const [before, after] = await Promise.all([
    followersOf(get, task.old, PAGE),
    task.fresh ? followersOf(get, task.fresh, PAGE) : [],
  ]);
  const people = compared(before, after);
  const suspends: Record<string, Found["suspends"][string]> = {};
  const left = hostsOf(people.missing).values();
  const worker = async (): Promise<void> => {
    for (const host of left) {
      suspends[host] = await suspendedBy(get, host, wantedIn(task));
      if (suspends[host]?.length) onBlock();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { ...people, suspends };
}
