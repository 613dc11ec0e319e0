import type { Host } from "#lib/domain/names/spellings.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { CheckDeps } from "../state/deps.ts";
import { DAY } from "../state/remember.ts";

type Asker = Pick<CheckDeps, "memory">;

/** Of fewer answers our own waits may have been in each. */
const TELLING = 4;
const KEPT = 7 * DAY;
const key = (host: Host): string => memoryKey(host, "slow");

/** A server that took its time over every answer mostly does so again: the next check need not find it out anew. */
export async function noteSlow({ memory }: Asker, host: Host, requests: number): Promise<void> {
  if (requests >= TELLING) await memory.once(key(host), async () => ({ value: true, ttlMs: KEPT }));
}

export const wasSlow = async ({ memory }: Asker, host: Host): Promise<boolean> =>
  (await memory.peek(key(host))) !== undefined;
