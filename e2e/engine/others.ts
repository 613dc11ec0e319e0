import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

/** What everybody else notices of an attack: how long they wait for a small answer, and what it costs the copy. */

/** The longest that anybody waits for `/api/health` while something is done, one question after the other. */
export async function worstWaitDuring(url: string, attack: () => Promise<unknown>): Promise<number> {
  await (await fetch(`${url}/api/health`)).text();
  let worst = 0;
  let under = true;
  const watch = (async () => {
    while (under) {
      const begun = performance.now();
      const answer = await fetch(`${url}/api/health`);
      expect(answer.status).toBe(200);
      await answer.text();
      worst = Math.max(worst, performance.now() - begun);
    }
  })();
  try {
    await attack();
  } finally {
    under = false;
    await watch;
  }
  note("worst wait in ms", worst);
  return worst;
}

/** A process counts its time in hundredths of a second here. */
const TICK_MS = 10;

/** Processor time that a process has used, its threads included. */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
    .replace(/^.*\) /s, "")
    .split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) * TICK_MS;
}

export function note(type: string, figure: number): void {
  test.info().annotations.push({ type, description: String(Math.round(figure)) });
  process.stdout.write(`${test.info().title}: ${type} ${Math.round(figure)}\n`);
}
