import type { Wait } from "#lib/contract/check-state.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Adapter } from "#lib/fediverse/question/adapter.ts";
import { ask } from "#lib/fediverse/question/ask.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { rowOf, saveCursor } from "#lib/store/check/checks.ts";
import { countWaiting, letInEnded, nextToLetIn, type ToLetIn } from "#lib/store/check/people/let-in.ts";
import { savePeople } from "#lib/store/check/people/people.ts";
import { staleAll } from "#lib/store/check/servers.ts";
import type { Writing } from "#lib/store/check/write.ts";
import type { LetInEnd } from "#lib/store/tables/types.ts";
import type { Run } from "../state/run-lease.ts";
import { type RunState, setSide, sideOf } from "../state/run-state.ts";
import { countLetIn, endLetIn, lastOf } from "./asked.ts";
import { leave } from "./enter.ts";
import { endBy, type Letting, readKeys, type Way } from "./let-in-keys.ts";
import { LETTING_IN, type LettingPlace } from "./letting-in.ts";

const AT_ONCE = 50;

/**
 * Lets those in whom the owner saw waiting and wants to let in: the one thing that is ever done on somebody's behalf. Each
 * yes is written down when it is given; a run that was cut short goes on behind the last one.
 */
export async function letThemIn(run: Run, runState: RunState): Promise<Wait | undefined> {
  const side = sideOf(runState, "new");
  const pass = await run.deps.tokens.of(run.id, "let-in");
  if (!side) return undefined;
  const place = (runState.row.cursor[LETTING_IN] as LettingPlace | null | undefined) ?? null;
  const letting = pass?.signedIn.host === side.webHost ? { run, runState, side, pass, adapter: adapterOf(side) } : null;
  // The owner has stopped it, or its time is over.
  if (!letting) return place ? endAll({ run, runState, side }, "stopped") : undefined;
  const read = await readKeys(letting, place ?? undefined);
  const told = read === "on" ? await acceptAll(letting) : read;
  if (run.signal.aborted || told === "on") return undefined;
  const way = await unlessStopped(run, told);
  if ("until" in way) return { host: side.webHost, until: way.until, why: "window" };
  return endAll(letting, way.end);
}

const adapterOf = ({ software }: Side): Adapter => adapterFor(software.known ? software.value : undefined);

async function endAll(letting: Pick<Letting, "run" | "runState" | "side">, why: LetInEnd): Promise<undefined> {
  const { run } = letting;
  await run.inTurn(() => run.write(LETTING_IN, (on) => end(on, letting, why)));
  await leave(run.deps, run.id, ["let-in"]);
}

/** What is left of the requests, and everybody's answer by it. */
async function end(on: Writing, { runState, side }: Pick<Letting, "runState" | "side">, why: LetInEnd): Promise<void> {
  await endLetIn(on, why);
  const row = await rowOf(on);
  const place = row?.cursor[LETTING_IN] as LettingPlace | null | undefined;
  const letIn = row?.signIns?.[lastOf(row.signIns, "let-in")]?.letIn;
  await saveCursor(on, LETTING_IN, null);
  const { requests } = side;
  if (!requests?.known || !place?.done || !letIn) return;
  const value = { waiting: place.waiting - letIn.in, known: await countWaiting(on, side.key) };
  setSide(runState, "new", { requests: { ...requests, value } });
  await staleAll(on);
}

/** Without the permission the gate asks nothing more: what it says then is no word of the server's. */
async function unlessStopped({ deps, id }: Run, told: Exclude<Way, "on">): Promise<Exclude<Way, "on">> {
  const isDone = "end" in told && told.end === "done";
  return isDone || (await deps.tokens.of(id, "let-in")) ? told : { end: "stopped" };
}

async function acceptAll(letting: Letting): Promise<Way> {
  const { run } = letting;
  for (;;) {
    const next = await nextToLetIn(run.deps.store, run.id, AT_ONCE);
    if (next.length === 0) return { end: "done" };
    for (const one of next) {
      if (run.signal.aborted) return "on";
      const way = await accept(letting, one);
      if (way !== "on") return way;
    }
  }
}

/** Not cut off by the end of the run: what was answered has to be written down. */
async function accept(letting: Letting, who: ToLetIn): Promise<Way> {
  const { run, side, pass, adapter } = letting;
  const question = adapter.signedIn?.accept;
  if (!question) return { end: "refused" };
  const options = { own: true, signedIn: pass.signedIn };
  const { fact, until } = await ask(run.deps.gate, question, { ...side, key: who.key }, options);
  if (!fact.known) return until && fact.gap === "over-budget" ? { until } : { end: endBy(fact.gap) };
  await run.inTurn(() =>
    run.write(LETTING_IN, async (on) => {
      await letInEnded(on, who.acct, fact.value);
      const { acct, server } = who;
      // The server has said it itself: he follows from now on.
      if (fact.value === "in") await savePeople(on, [{ acct, server, in: [side.key] }]);
      await countLetIn(on, { [fact.value]: 1 });
    }),
  );
  return "on";
}
