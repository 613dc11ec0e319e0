import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Requests, Side } from "#lib/domain/evidence/side.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { readRequests } from "#lib/fediverse/about/requests.ts";
import type { EndStep, PageStep } from "#lib/fediverse/follower-list/pages.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { forgetWaits, peopleAt, savePeople } from "#lib/store/check/people/people.ts";
import { staleAll } from "#lib/store/check/servers.ts";
import type { Writing } from "#lib/store/check/write.ts";
import { saveWhole } from "../judge/judge.ts";
import type { Run } from "../state/run-lease.ts";
import { type RunState, setSide, sideOf } from "../state/run-state.ts";
import { countAsked } from "./asked.ts";

/** The place among the cursors: from where the requests are read on, and how many were met so far. */
export const REQUESTS = "requests";
type Place = { readonly at: string | null; readonly waiting: number; readonly known: number; readonly done?: true };
const FIRST: Place = { at: null, waiting: 0, known: 0 };

/**
 * Who asked to follow the new account and waits: its owner alone can see that. Of them only those are kept who are known
 * from before; the others are a number. Until when to wait, where the server's limit is used up.
 */
export async function collectRequests(run: Run, runState: RunState, pass: Pass): Promise<string | undefined> {
  const side = sideOf(runState, "new");
  let place = (runState.row.cursor[REQUESTS] as Place | undefined) ?? FIRST;
  if (!side || place.done) return undefined;
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  const adapter = adapterFor(side.software.known ? side.software.value : undefined);
  const pages = readRequests(adapter, run.deps.gate, side, options, place.at);
  if (!pages) return undefined;
  if (place === FIRST) await run.inTurn(() => run.write(REQUESTS, forgetWaits));
  for (;;) {
    const step = await pages.next();
    if (run.signal.aborted) return undefined;
    if (step.done) return endAt(run, runState, place, step.value);
    place = await keepPage(run, side, place, step.value);
  }
}

async function keepPage(run: Run, { key }: Side, place: Place, { rows, cursor }: PageStep): Promise<Place> {
  return run.inTurn(() =>
    run.write(REQUESTS, async (on) => {
      const met = await peopleAt(on, rows);
      const waiting = met.map(({ acct, server }): Person => ({ acct, server, in: [], waits: [key] }));
      await savePeople(on, waiting);
      await countAsked(on, "new", { requests: 1 });
      const after = {
        at: cursor?.at ?? null,
        waiting: place.waiting + rows.length,
        known: place.known + waiting.length,
      };
      await saveCursor(on, REQUESTS, after);
      return after;
    }),
  );
}

async function endAt(run: Run, runState: RunState, place: Place, end: EndStep): Promise<string | undefined> {
  if (end.until && end.gap === "over-budget") return end.until;
  await run.inTurn(() =>
    run.write(REQUESTS, async (on) => {
      setSide(runState, "new", { requests: factOf(place, end, runState.facts.now) });
      await saveCursor(on, REQUESTS, { ...place, done: true });
      await settle(on, runState);
    }),
  );
  return undefined;
}

/** What the requests say, or do not say any more, holds for everybody. */
async function settle(on: Writing, runState: RunState): Promise<void> {
  await saveWhole(on, runState);
  await staleAll(on);
}

function factOf({ waiting, known: met }: Place, end: EndStep, now: string): Fact<Requests> {
  const source = end.source ?? { kind: "signed-in" as const, at: now };
  if (!end.complete && waiting === 0) return gap(end.gap ?? "bad-answer", source);
  return { ...known({ waiting, known: met }, { ...source, kind: "signed-in" }), complete: end.complete };
}
