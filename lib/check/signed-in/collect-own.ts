import type { OwnBlock } from "#lib/domain/evidence/answers.ts";
import { type Fact, known } from "#lib/domain/evidence/fact.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { pagedOptions, toPage } from "#lib/fediverse/follower-list/one-page.ts";
import { readPages } from "#lib/fediverse/follower-list/pages.ts";
import { ask, askFact } from "#lib/fediverse/question/ask.ts";
import { defined } from "#lib/flow/defined.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { peopleAt } from "#lib/store/check/people/people.ts";
import { forgetOwn } from "#lib/store/check/servers.ts";
import { changeLast, countAsked } from "./asked.ts";
import { type Answer, type Asking, keepAnswers, missingAt } from "./asking.ts";
import { may } from "./may.ts";
import { type ServersShut, serversShut } from "./own-servers.ts";

/** The place among the cursors that says that it was read. */
export const OWN = "own-blocks";
/** Of people: longer lists are not read to their end. */
const MOST_PAGES = 10;

/**
 * What the owner has blocked, where he wants that read: a follower whom he keeps out himself is kept out by nobody else.
 * Kept is only what is about followers: with the sign-in, for its owner to see, and with the servers where somebody is
 * missing, whose people it explains.
 */
export async function collectOwn(asking: Asking): Promise<void> {
  const { run, runState, pass, side, adapter } = asking;
  const own = adapter.signedIn?.own;
  if (!own || runState.row.cursor[OWN]) return;
  if (!may("blocks", pass, side)) return forgetEarlier(asking);
  const options = { own: true, signal: run.signal, signedIn: pass.signedIn };
  const servers = own.servers && (await askFact(run.deps.gate, own.servers.question, side, options));
  const cuts = own.cuts && (await askFact(run.deps.gate, own.cuts, side, options));
  const blocked = await blockedPeople(asking);
  const named = own.servers && servers?.known ? await serversShut(asking, servers.value, own.servers.compares) : NONE;
  if (run.signal.aborted) return;
  const { maySpare } = own;
  const complete = blocked.complete && isRead(servers) && named.complete;
  let shut: Shut = { hosts: named.hosts, people: [], complete, ...defined({ maySpare }) };
  await run.inTurn(() =>
    run.write(OWN, async (on) => {
      const people: Shut["people"] = await peopleAt(on, blocked.rows);
      shut = { ...shut, people };
      const found = {
        domains: named.hosts,
        people: people.map(({ acct }) => acct).sort(),
        cuts: cuts?.known ? cuts.value : [],
      };
      const isWhole = shut.complete && isRead(cuts);
      await changeLast(on, "new", (row) => ({
        ...row,
        own: { ...found, ...(isWhole ? {} : { unread: true }), ...defined({ maySpare }) },
      }));
      await countAsked(on, "new", { own: 1 });
    }),
  );
  await keepShut(asking, shut);
  await run.inTurn(() => run.write(OWN, (on) => saveCursor(on, OWN, true)));
}

/** Signed in anew without it: a block of an earlier sign-in may be lifted by now, and is nothing to be certain of. */
const forgetEarlier = ({ run, side }: Asking): Promise<void> =>
  run.inTurn(() =>
    run.write(OWN, async (on) => {
      await forgetOwn(on, side.key);
      await saveCursor(on, OWN, true);
    }),
  );

type Shut = {
  readonly hosts: readonly Host[];
  readonly people: readonly { readonly acct: Acct; readonly server: Host }[];
  readonly complete: boolean;
  readonly maySpare?: true;
};

/** For each server where somebody is missing: what the owner shuts out of it, which is mostly nothing. */
async function keepShut(asking: Asking, { hosts, people, complete, maySpare }: Shut): Promise<void> {
  const source = { kind: "signed-in", at: asking.run.deps.now().toISOString() } as const;
  const [servers, byServer] = [new Set(hosts), Map.groupBy(people, ({ server }) => server)];
  const answers = (await missingAt(asking)).map((row): Answer => {
    const theirs = (byServer.get(row.host) ?? []).map(({ acct }) => acct);
    const own: OwnBlock = { server: servers.has(row.host), people: theirs, ...defined({ maySpare }) };
    return [row, { own: { ...known(own, source), complete } }];
  });
  await keepAnswers(asking, answers.filter(isNews(asking)));
}

/** Nothing is written of a server of which nothing is shut out and nothing was before. */
const isNews =
  ({ side }: Asking) =>
  ([{ facts }, { own }]: Answer): boolean =>
    facts?.byTarget[side.key]?.own !== undefined ||
    (own?.known === true && (own.value.server || own.value.people.length > 0));

const NONE: ServersShut = { hosts: [], complete: true };

/** What that software has no such list of was read as well. */
const isRead = (fact: Fact<unknown> | undefined): boolean => !fact || (fact.known && fact.complete !== false);

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
