import { type Made, readReport, shareCheck, startCheck } from "../copy/calls.ts";
import { listen } from "../copy/listen.ts";
import type { Stage } from "./disturbances.ts";
import { type Setting, wishesOf } from "./round.ts";

/** Before anything happens: the page for followers that is read in all rounds, and whom the checks name. */
export async function firstChecks(stage: Pick<Stage, "copy" | "world">): Promise<Pick<Setting, "page" | "names">> {
  const { url } = stage.copy;
  const made: Made[] = [];
  for (const wish of wishesOf(stage)) {
    const one = await startCheck(url, wish);
    const { state } = await listen(url, one, new AbortController().signal);
    if (state !== "done") throw new Error(`An undisturbed check ended as ${state}.`);
    made.push(one);
  }
  const reports = await Promise.all(made.map((one) => readReport(url, one)));
  const [first] = made;
  if (!first) throw new Error("No check was made.");
  const page = `${url}/r/${await shareCheck(url, first)}`;
  return { page, names: reports.map(({ followers }) => new Set(followers?.map(({ acct }) => acct))) };
}
