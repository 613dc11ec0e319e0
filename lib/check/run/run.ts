import type { Wait } from "#lib/contract/check-state.ts";
import { askedOnce } from "#lib/fediverse/question/asked-once.ts";
import { type CheckPatch, endCheck, endRun, patchCheck, readCheck } from "#lib/store/check/checks.ts";
import { StaleLease } from "#lib/store/check/write.ts";
import { storeTrouble } from "#lib/store/open/connection-lost.ts";
import { isByItself } from "../again/by-itself.ts";
import { nextLook } from "../again/looks.ts";
import { freshnessOf, lookIfDue } from "../again/recheck.ts";
import { changedBy, changesSince } from "../again/since.ts";
import { lookAtFollowed } from "../followed/look-at-followed.ts";
import { judgeStale } from "../judge/judge.ts";
import { collect } from "../lists/collect.ts";
import { collectFollowing } from "../lists/collect-following.ts";
import { collectLatest, joinNames } from "../lists/collect-latest.ts";
import { forgetLeavers } from "../lists/leavers.ts";
import { openLists } from "../lists/list-signals.ts";
import { askOpinions } from "../opinions/ask-opinions.ts";
import { probe } from "../servers/probe.ts";
import { askSignedIn } from "../signed-in/ask-signed-in.ts";
import { leaveWhenDone } from "../signed-in/enter.ts";
import { letThemIn } from "../signed-in/let-in.ts";
import { whileHeld } from "../signed-in/while-held.ts";
import type { CheckDeps } from "../state/deps.ts";
import { type Run, withLease } from "../state/run-lease.ts";
import { count, type ListName, pageOf, type RunState, sideOf } from "../state/run-state.ts";
import { prepareRun } from "./prepare-run.ts";

/** One slice of a check: as far as it gets before the process ends or a rate window makes it wait. */
export async function runCheck(deps: CheckDeps, id: string, owner: string, ending: AbortSignal): Promise<void> {
  await lookIfDue(deps, id);
  await withLease(deps, id, owner, ending, (run) => runSteps(run).catch((error: unknown) => giveUp(run, error)));
}

/** A mistake of ours would come again with every try: the check says that it failed, and the log says where. */
async function giveUp(run: Run, error: unknown): Promise<void> {
  if (error instanceof StaleLease || run.signal.aborted) throw error;
  run.deps.trouble(error);
  // A store that is full or away is waited out: the wake is tried again until it is back.
  if (storeTrouble(error)) throw error;
  await run.inTurn(() => run.write("give-up", (on) => endCheck(on, "failed", "other")));
}

async function runSteps(leased: Run): Promise<void> {
  const started = leased.deps.now();
  const row = await readCheck(leased.deps.store, leased.id);
  if (!row) return;
  const { tokens, now } = leased.deps;
  const gate = askedOnce(whileHeld(leased.deps.gate, tokens, leased.id, now));
  const run = { ...leased, deps: { ...leased.deps, ...freshnessOf(row), gate } };
  await patch(run, "start", { state: "running", resumesAt: null });
  const opened = await prepareRun(run, row);
  if (!opened || run.signal.aborted) return;
  if ("wait" in opened) return waitUntil(run, opened.wait, { waits: [opened.wait] });
  const { runState } = opened;
  const [busy] = await readAndProbe(run, runState);
  if (run.signal.aborted) return;
  const wait =
    busy ??
    (await askSignedIn(run, runState)) ??
    (await letThemIn(run, runState)) ??
    (await lookAtFollowed(run, runState));
  if (run.signal.aborted) return;
  if (wait) {
    runState.waits.set(wait.host, wait);
    return waitUntil(run, wait, pageOf(runState));
  }
  await askOpinions(run, runState);
  if (run.signal.aborted) return;
  await forgetLeavers(run, runState);
  // What servers said about their people may show that two names are one person's.
  await joinNames(run, runState);
  await judgeStale(run, runState);
  if (!run.signal.aborted) await finish(run, runState, started);
}

/** Lists and servers at once: what a page brings is asked before the next page is there. */
async function readAndProbe(run: Run, runState: RunState): Promise<readonly Wait[]> {
  const lists = openLists();
  const reading = readLists(run, runState, lists.pageKept).finally(() => lists.end());
  const readAll = async (): Promise<readonly Wait[]> => {
    const waits = await reading;
    const goesOn = waits.length === 0 && !run.signal.aborted;
    if (goesOn && runState.facts.mode === "moved") await collectFollowing(run, runState);
    return waits;
  };
  const [waits] = await Promise.all([readAll(), probe(run, runState, lists)]);
  return waits;
}

/** Both lists, and at the end of both the new one's first page once more. */
async function readLists(run: Run, runState: RunState, pageKept: () => void): Promise<readonly Wait[]> {
  const which: readonly ListName[] = runState.facts.mode === "planned" ? ["old"] : ["old", "new"];
  const ends = await Promise.all(which.map((list) => collect(run, runState, list, pageKept)));
  const waits = ends.flatMap(({ wait }, at): Wait[] => {
    const host = sideOf(runState, which[at] ?? "old")?.webHost ?? "";
    return wait ? [{ host, ...wait }] : [];
  });
  if (waits.length === 0 && !run.signal.aborted) {
    await collectLatest(run, runState);
    await joinNames(run, runState);
  }
  return waits.sort((one, other) => one.until.localeCompare(other.until));
}

/** Never asleep over a rate window: the run ends, and its end is the moment to be woken at. */
const waitUntil = (run: Run, { until }: Wait, page: CheckPatch): Promise<void> =>
  patch(run, "wait", { ...page, state: "waiting", resumesAt: new Date(until) });

async function finish(run: Run, runState: RunState, started: Date): Promise<void> {
  const { deps, id } = run;
  const row = await readCheck(deps.store, id);
  if (!row) return;
  const at = deps.now();
  const { here = 0, missing = 0, newList = null } = row.counts ?? {};
  const changes = await changesSince(deps.store, row, newList);
  const point = { at: at.toISOString(), here, missing, newList, ...(changes ? changedBy(changes) : {}) };
  const history = [...row.history, { ...point, ...(isByItself(row) ? { byItself: true as const } : {}) }];
  const nextLookAt = nextLook({ ...row, history });
  count(runState, "judge", runState.summaries.size, runState.summaries.size);
  runState.waits.clear();
  // Input that came meanwhile has not been judged with: then this run was not the last one.
  const last = await run.inTurn(() =>
    run.write("finish", (on) =>
      endRun(on, runState.row.inputRev, {
        ...pageOf(runState),
        state: "done",
        history,
        changes,
        nextLookAt,
        resumesAt: null,
      }),
    ),
  );
  if (!last) return;
  await leaveWhenDone(deps, row);
  deps.report({
    mode: row.mode,
    here,
    missing,
    servers: runState.summaries.size,
    ms: at.getTime() - started.getTime(),
  });
}

const patch = (run: Run, step: string, change: CheckPatch): Promise<void> =>
  run.inTurn(() => run.write(step, (on) => patchCheck(on, change)));
