import { ARRIVED } from "#lib/causes/index.ts";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";

export type Timed = { readonly firstCauseMs: number; readonly doneMs: number; readonly missing: number };
type Made = { readonly id: string; readonly key: string };

/** A check as a page starts and watches it, by the clock of the person who waits. */
export async function timeCheck(url: string, wish: NewCheck): Promise<Timed & { readonly made: Made }> {
  const begun = performance.now();
  const made = await start(url, wish);
  const { id, key } = made;
  let first = Number.NaN;
  for await (const { event, data } of eventsOf(`${url}/api/checks/${id}/events`, key)) {
    const now = performance.now() - begun;
    const counts = event === "counts" ? (data as CheckState["counts"]) : (data as CheckState).counts;
    if (Number.isNaN(first) && explains(counts)) first = now;
    if (event !== "state") continue;
    const { state } = data as CheckState;
    if (state === "failed" || state === "cancelled") throw new Error(`The check ended as ${state}.`);
    if (state === "done") return { firstCauseMs: first, doneMs: now, missing: counts?.missing ?? 0, made };
  }
  throw new Error("The events ended before the check.");
}

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

async function start(url: string, wish: NewCheck): Promise<Made> {
  const answer = await fetch(`${url}/api/checks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  if (answer.status !== 201) throw new Error(`The check was refused: ${await answer.text()}`);
  return (await answer.json()) as Made;
}

type Event = { readonly event: string; readonly data: unknown };

async function* eventsOf(url: string, key: string): AsyncGenerator<Event> {
  const { body } = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  if (!body) return;
  let text = "";
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const parts = (text + chunk).split("\n\n");
    text = parts.pop() ?? "";
    for (const part of parts) {
      const event = /^event: (.+)$/m.exec(part)?.[1];
      const data = /^data: (.+)$/m.exec(part)?.[1];
      if ((event === "state" || event === "counts") && data) yield { event, data: JSON.parse(data) };
    }
  }
}
