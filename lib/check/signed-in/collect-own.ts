import type { Acct, Host } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { pagedOptions, toPage } from "#lib/fediverse/follower-list/one-page.ts";
import { readPages } from "#lib/fediverse/follower-list/pages.ts";
import { ask, askFact } from "#lib/fediverse/question/ask.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { knownHosts } from "#lib/store/check/find-servers.ts";
import { peopleAt } from "#lib/store/check/people.ts";
import { changeLast, countAsked } from "./asked.ts";
import type { Asking } from "./asking.ts";
import { may } from "./may.ts";

/** The place among the cursors that says that it was read. */
export const OWN = "own-blocks";
/** Of people: longer lists are not read to their end. */
const MOST_PAGES = 10;

/**
 * What the owner has blocked, where he wants that read: a follower whom he keeps out himself is kept out by nobody else.
 * Kept is only what is about followers, with the sign-in and for its owner to see; no verdict rests on it.
 */
export async function collectOwn(asking: Asking): Promise<void> {
  const { run, runState, pass, side, adapter } = asking;
  const own = adapter.signedIn?.own;
  if (!own || !may("blocks", pass, side) || runState.row.cursor[OWN]) return;
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  const domains = await askFact(run.deps.gate, own.domains, side, options);
  const cuts = await askFact(run.deps.gate, own.cuts, side, options);
  const blocked = await blockedPeople(asking);
  if (run.signal.aborted) return;
  await run.inTurn(() =>
    run.write(OWN, async (on) => {
      const people: readonly { readonly acct: Acct }[] = await peopleAt(on, blocked.rows);
      const hosts: readonly Host[] = domains.known ? await knownHosts(on, domains.value) : [];
      const found = { domains: hosts, people: people.map(({ acct }) => acct), cuts: cuts.known ? cuts.value : [] };
      const isWhole = blocked.complete && isRead(domains) && isRead(cuts);
      await changeLast(on, "new", (row) => ({ ...row, own: { ...found, ...(isWhole ? {} : { unread: true }) } }));
      await countAsked(on, "new", { own: 1 });
      await saveCursor(on, OWN, true);
    }),
  );
}

const isRead = (fact: Fact<unknown>): boolean => fact.known && fact.complete !== false;

async function blockedPeople({ run, pass, side, adapter }: Asking) {
  const question = adapter.signedIn?.own?.people;
  if (!question) return { rows: [], complete: true };
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  const askPage = async (at: string | null) =>
    toPage(await ask(run.deps.gate, question, { ...side, at }, pagedOptions(options, at)), question);
  const steps = readPages(askPage, { via: "api", at: null });
  const rows = [];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const step = await steps.next();
    if (step.done) return { rows, complete: step.value.complete };
    rows.push(...step.value.rows);
  }
  return { rows, complete: false };
}
