import { setTimeout as later } from "node:timers/promises";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Made } from "./calls.ts";
import { eventsOf, NoSuchCheck, type Told } from "./events.ts";

export type Heard = {
  /** The last state that was told; `lost` where the copy knows no such check. */
  readonly state: string;
  /** Revisions that were lower than one before. */
  readonly wentBack: number;
  readonly opened: number;
};
const RETRY_MS = 250;
const OVER = new Set<string>(["done", "failed", "cancelled"]);

/** One browser that watches a check, and comes back with the last revision it has seen whenever the stream breaks. */
export async function listen(url: string, { id, key }: Made, signal: AbortSignal): Promise<Heard> {
  const heard = { state: "none", seen: 0, wentBack: 0, opened: 0 };
  const hear = ({ event, data, rev }: Told): void => {
    if (event !== "state") return;
    if (rev < heard.seen) heard.wentBack += 1;
    heard.seen = rev;
    heard.state = (data as CheckState).state;
  };
  while (!signal.aborted && !OVER.has(heard.state)) {
    heard.opened += 1;
    const path = `${url}/api/checks/${id}/events?since=${heard.seen}`;
    try {
      for await (const told of eventsOf(path, key, signal)) hear(told);
    } catch (error) {
      if (error instanceof NoSuchCheck) return { ...heard, state: "lost" };
    }
    if (!OVER.has(heard.state)) await later(RETRY_MS);
  }
  return heard;
}
