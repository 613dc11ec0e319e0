import type { CheckState } from "#lib/contract/check-state.ts";
import type { ReportServer } from "#lib/contract/report.ts";
import { readCheck, readProgress } from "#lib/store/checks.ts";
import { serversSince } from "#lib/store/find-servers.ts";
import type { CheckDeps } from "./deps.ts";
import { towardsOf } from "./read-report.ts";
import { toServer } from "./read-rows.ts";
import { toState } from "./read-state.ts";

export type CheckEvent =
  | { readonly event: "state"; readonly rev: number; readonly data: CheckState }
  | { readonly event: "servers"; readonly rev: number; readonly data: { readonly rows: readonly ReportServer[] } }
  | { readonly event: "counts"; readonly rev: number; readonly data: CheckState["counts"] };

const ENDED = ["done", "cancelled", "failed"];
const ROWS = 500;
const LOOK_MS = 400;

/**
 * What happens to a check, for as many readers as there are: one look at the row serves them all, in whichever
 * process the check runs. A reader that comes back says the revision it has seen and gets what changed since.
 */
export type Watch = (id: string, since: number, signal: AbortSignal) => AsyncGenerator<CheckEvent | "quiet">;

export function openWatch(deps: CheckDeps): Watch {
  const looks = new Map<string, { at: number; row: ReturnType<typeof readProgress> }>();
  const look = (id: string): ReturnType<typeof readProgress> => {
    const kept = looks.get(id);
    const at = deps.now().getTime();
    if (kept && at - kept.at < LOOK_MS) return kept.row;
    const row = readProgress(deps.store, id);
    looks.set(id, { at, row });
    return row;
  };
  const forget = (id: string): void => void looks.delete(id);

  return async function* watch(id, since, signal) {
    let seen = -1;
    let rowsSeen = since;
    try {
      while (!signal.aborted) {
        const row = await look(id);
        if (!row) return;
        if (row.rev > seen) {
          for await (const rows of changedServers(deps, id, rowsSeen)) yield { event: "servers", rev: rowsSeen, data: { rows } };
          const state = toState(row, deps.settings);
          yield { event: "counts", rev: row.rev, data: state.counts };
          yield { event: "state", rev: row.rev, data: state };
          [seen, rowsSeen] = [row.rev, row.rev];
        }
        if (ENDED.includes(row.state)) return;
        await pause(LOOK_MS, signal);
        yield "quiet";
      }
    } finally {
      forget(id);
    }
  };
}

async function* changedServers(deps: CheckDeps, id: string, since: number): AsyncGenerator<ReportServer[]> {
  const facts = (await readCheck(deps.store, id))?.facts ?? null;
  const towards = towardsOf(facts);
  for (let from = since; ; ) {
    const rows = await serversSince(deps.store, id, from, ROWS);
    if (rows.length > 0) yield rows.map((row) => toServer(row, towards));
    const last = rows.at(-1);
    if (rows.length < ROWS || !last || last.rev === from) return;
    from = last.rev;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
