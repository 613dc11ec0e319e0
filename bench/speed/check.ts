import { ARRIVED } from "#lib/causes/index.ts";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { type Made, startCheck } from "../copy/calls.ts";
import { eventsOf } from "../copy/events.ts";

export type Timed = { readonly firstCauseMs: number; readonly doneMs: number; readonly missing: number };

/** A check as a page starts and watches it, by the clock of the person who waits. */
export async function timeCheck(url: string, wish: NewCheck): Promise<Timed & { readonly made: Made }> {
  const begun = performance.now();
  const made = await startCheck(url, wish);
  const { id, key } = made;
  let first = Number.NaN;
  for await (const { event, data } of eventsOf(`${url}/api/checks/${id}/events`, key)) {
    const counts = countsIn(event, data);
    if (!counts) continue;
    const now = performance.now() - begun;
    if (Number.isNaN(first) && explains(counts)) first = now;
    const { state } = event === "state" ? (data as CheckState) : { state: "running" };
    if (state === "failed" || state === "cancelled") throw new Error(`The check ended as ${state}.`);
    if (state === "done") return { firstCauseMs: first, doneMs: now, missing: counts.missing, made };
  }
  throw new Error("The events ended before the check.");
}

const countsIn = (event: string, data: unknown): CheckState["counts"] =>
  event === "counts" ? (data as CheckState["counts"]) : event === "state" ? (data as CheckState).counts : null;

/** Somebody's missing has a reason. */
const explains = (counts: CheckState["counts"]): boolean =>
  Object.entries(counts?.byCause ?? {}).some(([cause, people]) => !NO_CAUSE.has(cause) && people > 0);
const NO_CAUSE: ReadonlySet<string> = new Set([...ARRIVED, "unknown", "unexplained", "clear"]);

/** Everybody whom the finished check names; a long list stands in the export alone. */
export async function followersIn(url: string, { id, key }: Made): Promise<NonNullable<Report["followers"]>> {
  for (const page of ["report", "export.json"]) {
    const answer = await fetch(`${url}/api/checks/${id}/${page}`, { headers: { authorization: `Bearer ${key}` } });
    const { followers } = (await answer.json()) as Partial<Report>;
    if (followers) return followers;
  }
  throw new Error("The check names nobody.");
}
