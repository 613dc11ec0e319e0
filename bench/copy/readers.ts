import { setTimeout as later } from "node:timers/promises";

/** How the page for followers answered whoever opened it. */
export type Readings = {
  readonly whole: number;
  /** It said that it cannot answer now. */
  readonly away: number;
  /** Nobody was at the door. */
  readonly nobody: number;
  /** Anything else: what came instead. */
  readonly wrong: readonly string[];
};
const PAUSE_MS = 300;
/** A page that takes longer has not come. */
const PATIENCE_MS = 15_000;

type Reading = "whole" | "away" | "nobody" | { readonly wrong: string };

/** So many people who open the page again and again, until they are told to stop. */
export function openReaders(page: string, names: string, people: number) {
  const stop = new AbortController();
  const read = async (): Promise<readonly Reading[]> => {
    const readings: Reading[] = [];
    while (!stop.signal.aborted) {
      readings.push(await open(page, names));
      await later(PAUSE_MS);
    }
    return readings;
  };
  const all = Promise.all(Array.from({ length: people }, read));
  return {
    async end(): Promise<Readings> {
      stop.abort();
      return tallied((await all).flat());
    },
  };
}

export async function open(page: string, names: string): Promise<Reading> {
  try {
    const answer = await fetch(page, { signal: AbortSignal.timeout(PATIENCE_MS), headers: { accept: "text/html" } });
    const text = await answer.text();
    if (answer.status === 503 && Number(answer.headers.get("retry-after")) > 0) return "away";
    if (answer.status === 200 && text.includes(names)) return "whole";
    return { wrong: `${answer.status}, ${text.length} characters` };
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? { wrong: "no end" } : "nobody";
  }
}

function tallied(readings: readonly Reading[]): Readings {
  const count = (one: Reading): number => readings.filter((reading) => reading === one).length;
  const wrong = readings.flatMap((reading) => (typeof reading === "object" ? [reading.wrong] : []));
  return { whole: count("whole"), away: count("away"), nobody: count("nobody"), wrong };
}
