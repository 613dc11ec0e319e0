import type { CheckState } from "#lib/contract/check-state.ts";
import type { ReportServer } from "#lib/contract/report.ts";
import { openChangeSignal } from "#lib/flow/change-signal.ts";
import type { Changes } from "#lib/store/check/changes.ts";
import { readFacts, readProgress } from "#lib/store/check/checks.ts";
import { serversSince } from "#lib/store/check/find-servers.ts";
import { namesPeople } from "../accounts/proof.ts";
import { towardsOf } from "../report/read-report.ts";
import { toServer } from "../report/read-rows.ts";
import { readState } from "../report/read-state.ts";
import type { CheckDeps } from "../state/deps.ts";

export type CheckEvent =
  | { readonly event: "state"; readonly rev: number; readonly data: CheckState }
  | { readonly event: "servers"; readonly rev: number; readonly data: { readonly rows: readonly ReportServer[] } }
  | { readonly event: "counts"; readonly rev: number; readonly data: CheckState["counts"] };

/** `quiet`: nothing changed for a while, and the reader is still there. */
export type Watch = (id: string, since: number, signal: AbortSignal) => AsyncGenerator<CheckEvent | "quiet">;

const ENDED = ["done", "cancelled", "failed"];
/** A run commits many times a second; eyes do not read that fast. */
const NOT_OFTENER_MS = 250;
const QUIET_MS = 15_000;
const ROWS = 100_000;

/**
 * What happens to a check, in whichever process it runs. A reader that comes back says the revision it has seen and
 * gets the full state and the rows changed since.
 */
export function openWatch(deps: CheckDeps, changes: Changes): Watch {
  return async function* watch(id, since, signal) {
    const changed = openChangeSignal((notify) => changes.on(id, notify), signal);
    let seen = -1;
    let rowsSeen = since;
    try {
      while (!signal.aborted) {
        const row = await readProgress(deps.store, id);
        if (!row) return;
        if (row.rev > seen) {
          rowsSeen = yield* whatChanged(deps, rowsSeen, row);
          seen = row.rev;
        }
        if (ENDED.includes(row.state)) return;
        if ((await changed.next(NOT_OFTENER_MS, QUIET_MS)) === "quiet") yield "quiet";
      }
    } finally {
      changed.close();
    }
  };
}

type Progress = NonNullable<Awaited<ReturnType<typeof readProgress>>>;

/** Comes back with the revision up to which rows were sent: those held back are still new once the pair is confirmed. */
async function* whatChanged(deps: CheckDeps, since: number, row: Progress): AsyncGenerator<CheckEvent, number> {
  const rows = await changedServers(deps, row, since);
  if (rows && rows.length > 0) yield { event: "servers", rev: since, data: { rows } };
  const state = await readState(deps, row);
  yield { event: "counts", rev: since, data: state.counts };
  // Last, and with the new revision: a reader cut off before it asks for all of this again.
  yield { event: "state", rev: row.rev, data: state };
  return rows ? row.rev : since;
}

/** Null while nobody may be named. */
async function changedServers(
  { store }: CheckDeps,
  { id, proof }: Progress,
  since: number,
): Promise<ReportServer[] | null> {
  const facts = await readFacts(store, id);
  if (!namesPeople({ facts, proof })) return null;
  const rows = await serversSince(store, id, since, ROWS);
  return rows.map((row) => toServer(row, towardsOf(facts)));
}
