import { suspendedBy } from "./blocks.ts";
import { compared, type Found, hostsOf, type Task, wantedIn } from "./found.ts";
import { followersOf } from "./lists.ts";
import type { Get } from "./street.ts";

const PAGE = 40;

/** The script that people write for this: one request after the other, and lists in pages as they come. */
export async function serial(get: Get, task: Task, onBlock: () => void): Promise<Found> {
  const before = await followersOf(get, task.old, PAGE);
  const after = task.fresh ? await followersOf(get, task.fresh, PAGE) : [];
  const people = compared(before, after);
  const suspends: Record<string, Found["suspends"][string]> = {};
  for (const host of hostsOf(people.missing)) {
    suspends[host] = await suspendedBy(get, host, wantedIn(task));
    if (suspends[host]?.length) onBlock();
  }
  return { ...people, suspends };
}
