import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { test } from "@playwright/test";
import type { App } from "../house.ts";

/** What everybody else notices of an attack: how long they wait for a small answer, and what it costs the copy. */

/** A process counts its time in hundredths of a second here. */
const TICK_MS = 10;

/**
 * Asks `/api/health`, one question after the other, in a thread of its own: the simulated servers work in that of the
 * test. A wait is no longer than the processor time that the copy used meanwhile, where the system tells it: what a busy
 * machine adds is not the copy's.
 */
const WATCH = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { readFileSync } = require("node:fs");
  let worst = 0;
  let under = true;
  parentPort.once("message", () => { under = false; });
  const used = () => {
    const [, , , , , , , , , , , user, system] = readFileSync("/proc/" + workerData.pid + "/stat", "latin1")
      .replace(/^.*\\) /s, "").split(" ");
    return (Number(user) + Number(system)) * ${TICK_MS};
  };
  const told = process.platform === "linux";
  const ask = async () => {
    const [begun, before] = [performance.now(), told ? used() : 0];
    const answer = await fetch(workerData.url);
    await answer.text();
    if (!workerData.statuses.includes(answer.status)) throw new Error("The copy answered " + answer.status);
    const wait = performance.now() - begun;
    return told ? Math.min(wait, used() - before) : wait;
  };
  (async () => {
    await ask();
    parentPort.postMessage("watching");
    while (under) worst = Math.max(worst, await ask());
    parentPort.postMessage(worst);
  })();
`;

/** The longest that anybody waits for a small answer while something is done, whichever of these answers it is. */
export async function worstWaitDuring(
  { url, pid }: Pick<App, "url" | "pid">,
  attack: () => Promise<unknown>,
  statuses: readonly number[] = [200],
): Promise<number> {
  const workerData = { url: `${url}/api/health`, pid: pid(), statuses };
  const watch = new Worker(WATCH, { eval: true, workerData });
  const failed = once(watch, "error").then(([error]) => Promise.reject(error as Error));
  try {
    await Promise.race([once(watch, "message"), failed]);
    await Promise.race([attack(), failed]);
    const told = once(watch, "message");
    watch.postMessage("enough");
    const [worst] = (await Promise.race([told, failed])) as [number];
    note("worst wait in ms", worst);
    return worst;
  } finally {
    failed.catch(() => undefined);
    await watch.terminate();
  }
}

/** Processor time that a process has used, its threads included. */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
    .replace(/^.*\) /s, "")
    .split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) * TICK_MS;
}

/** What a process holds of the machine's memory. */
export function residentMb(pid: number): number {
  const [, kB] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
  return Number(kB) / 1024;
}

export function note(type: string, figure: number): void {
  test.info().annotations.push({ type, description: String(Math.round(figure)) });
  process.stdout.write(`${test.info().title}: ${type} ${Math.round(figure)}\n`);
}
