import { RULES_VERSION } from "#lib/causes/index.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import { type CheckRow, readCheck, rowOf, saveCursor } from "#lib/store/check/checks.ts";
import { readTowards } from "#lib/store/check/find-servers.ts";
import { LOOKED, looksAreJudged } from "#lib/store/check/looked.ts";
import { countUnmatched } from "#lib/store/check/people/names.ts";
import { readAnswers } from "#lib/store/check/people/people.ts";
import { staleAll, staleAt } from "#lib/store/check/servers.ts";
import { asOwner, type Writing } from "#lib/store/check/write.ts";
import type { CheckDeps } from "../state/deps.ts";
import type { Run } from "../state/run-lease.ts";
import { openRunState } from "../state/run-state.ts";
import { judgeStale, saveWhole } from "./judge.ts";

/** The place among the cursors that says by which rules a check was judged before, and for how many that made a difference. */
export const RULES = "rules";
export type RulesChanged = { readonly from: string; readonly people: number };
/** `towards`: the judging by these rules was begun and has not come to its end. */
type Kept = RulesChanged & { readonly towards?: string };

export const rulesChangedOf = ({ cursor }: Pick<CheckRow, "cursor">): RulesChanged | undefined => {
  const { from, people, towards } = (cursor[RULES] ?? {}) as Partial<Kept>;
  return from !== undefined && people && towards === undefined ? { from, people } : undefined;
};

/** Two who open a check at once wait for the same judgement. */
const underWay = new Map<string, Promise<void>>();

/**
 * A finished check that older rules judged, or whose followers have looked on their servers since, is judged again from what
 * it has learnt, without asking anybody. One that is still at work comes to the rules of today by itself.
 */
export async function byNewRules(deps: CheckDeps, row: CheckRow): Promise<CheckRow> {
  const isAsOfToday = row.rules === RULES_VERSION && row.cursor[LOOKED] !== true;
  if (row.state !== "done" || !row.facts || !row.rules || isAsOfToday) return row;
  const judging = underWay.get(row.id) ?? judgeAgain(deps, row).finally(() => underWay.delete(row.id));
  underWay.set(row.id, judging);
  await judging;
  return (await readCheck(deps.store, row.id)) ?? row;
}

/**
 * By whose rules it was judged, and that somebody looked, stays written until everything is judged: a process that dies
 * before leaves it to the next one that opens the check.
 */
async function judgeAgain(deps: CheckDeps, row: CheckRow): Promise<void> {
  const { id, facts, rules } = row;
  if (!facts || !rules) return;
  const run = ownersRun(deps, row, facts);
  const changed = rules === RULES_VERSION ? undefined : countChanged(row, rules);
  const input = await run.write("looked", takeLooks);
  const runState = openRunState({ ...row, input }, facts);
  runState.rules = rules;
  for (const judged of await readTowards(deps.store, id)) runState.summaries.set(judged.host, judged);
  await run.write("rules", async (on) => {
    runState.unmatched = await countUnmatched(on);
    await saveWhole(on, runState);
    if (changed) await staleAll(on);
  });
  await judgeStale(run, runState, defined({ around: changed?.around }));
  await run.write("rules", async (on) => {
    runState.rules = RULES_VERSION;
    await saveWhole(on, runState);
    await changed?.end(on);
    await looksAreJudged(on, input);
  });
}

/** Of how many something else is said, counted as it is written: what a process that died had written was counted too. */
function countChanged({ cursor }: CheckRow, from: string) {
  const kept = cursor[RULES] as Kept | null | undefined;
  let people = kept?.from === from && kept.towards === RULES_VERSION ? kept.people : 0;
  const save = (on: Writing, more: Pick<Kept, "towards">) =>
    saveCursor(on, RULES, { from, people, ...more } satisfies Kept);
  return {
    async around(on: Writing, hosts: readonly Host[], judge: () => Promise<void>): Promise<void> {
      const before = await readAnswers(on, hosts);
      await judge();
      const after = await readAnswers(on, hosts);
      people += [...after].filter(([acct, answer]) => before.get(acct) !== answer).length;
      await save(on, { towards: RULES_VERSION });
    },
    end: (on: Writing) => save(on, {}),
  };
}

async function takeLooks(on: Writing): Promise<CheckRow["input"]> {
  const { input = {} } = (await rowOf(on)) ?? {};
  await staleAt(
    on,
    (input.looked ?? []).map(({ server }) => server),
  );
  return input;
}

/**
 * Writes as the check's owner: there is no run whose lease would have to hold, and a check that was deleted is left alone.
 * It is the day of the check for what is judged and for the check itself: nothing was asked since.
 */
function ownersRun({ store, ...deps }: CheckDeps, { id, updatedAt }: CheckRow, facts: CheckFacts): Run {
  const gone = new AbortController();
  return {
    ...{ id, deps: { ...deps, store, now: () => new Date(facts.now) }, signal: gone.signal },
    inTurn: (body) => body(),
    async write<T>(_: string, body: (on: Writing) => Promise<T>): Promise<T> {
      let written: { readonly value: T } | undefined;
      await asOwner(store, id, updatedAt, async (on) => {
        written = { value: await body(on) };
      });
      if (!written) {
        gone.abort();
        throw new Error(`The check ${id} was deleted while it was judged again.`);
      }
      return written.value;
    },
  };
}
