import type { Side } from "#lib/domain/evidence/side.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { readRequests } from "#lib/fediverse/about/requests.ts";
import type { PageStep } from "#lib/fediverse/follower-list/pages.ts";
import type { Adapter, Row } from "#lib/fediverse/question/adapter.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { dropUnkeyed, keysToLetIn } from "#lib/store/check/people/let-in.ts";
import { peopleAt } from "#lib/store/check/people/people.ts";
import type { Writing } from "#lib/store/check/write.ts";
import type { LetInEnd } from "#lib/store/tables/types.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";
import { countAsked, countLetIn } from "./asked.ts";
import { LETTING_IN, type LettingPlace as Place } from "./letting-in.ts";

const FIRST: Place = { at: null, waiting: 0 };

export type Letting = {
  readonly run: Run;
  readonly runState: RunState;
  readonly side: Side;
  readonly pass: Pass;
  readonly adapter: Adapter;
};
/** Until when to wait for the server's limit, or how it ended. */
export type Way = { readonly until: string } | { readonly end: LetInEnd } | "on";

/** The keys by which the server knows those who wait. Who is not among them any more is not asked about. */
export async function readKeys({ run, side, pass, adapter }: Letting, from: Place = FIRST): Promise<Way> {
  let place = from;
  if (place.done) return "on";
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  const pages = readRequests(adapter, run.deps.gate, side, options, place.at);
  if (!pages) return { end: "refused" };
  for (;;) {
    const step = await pages.next();
    if (run.signal.aborted) return "on";
    if (!step.done) {
      place = await keepKeys(run, place, step.value);
      continue;
    }
    const { complete, until, gap: why } = step.value;
    if (!complete) return until && why === "over-budget" ? { until } : { end: endBy(why) };
    await run.inTurn(() => run.write(LETTING_IN, (on) => endKeys(on, place)));
    return "on";
  }
}

export const endBy = (why: string | undefined): LetInEnd =>
  why === "hidden-by-server" || why === "needs-login" ? "refused" : "unreachable";

const keepKeys = (run: Run, place: Place, { rows, cursor }: PageStep): Promise<Place> =>
  run.inTurn(() =>
    run.write(LETTING_IN, async (on) => {
      await keysToLetIn(on, withKeys(await peopleAt(on, rows), rows));
      await countAsked(on, "let-in", { requests: 1 });
      const after = { at: cursor?.at ?? null, waiting: place.waiting + rows.length };
      await saveCursor(on, LETTING_IN, after);
      return after;
    }),
  );

/** By the address of the actor where the server tells it, else by the handle. */
function withKeys(met: Awaited<ReturnType<typeof peopleAt>>, rows: readonly Row[]) {
  const byName = new Map(
    rows.flatMap(({ acct, uri, key }) => [acct, uri].flatMap((name) => (name ? [[name, key]] : []))),
  );
  return met.flatMap(({ acct, uri }) => {
    const key = byName.get(uri ?? acct) ?? byName.get(acct);
    return key === undefined ? [] : [{ acct, key }];
  });
}

async function endKeys(on: Writing, place: Place): Promise<void> {
  await countLetIn(on, { gone: await dropUnkeyed(on) });
  await saveCursor(on, LETTING_IN, { ...place, done: true });
}
