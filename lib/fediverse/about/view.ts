import type { Sight, View } from "#lib/domain/evidence/answers.ts";
import { type Fact, gap, known, type Source } from "#lib/domain/evidence/fact.ts";
import type { Flags } from "#lib/domain/evidence/person.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { pagedOptions, toPage } from "../follower-list/one-page.ts";
import { type EndStep, type OnePage, type PageStep, readPages } from "../follower-list/pages.ts";
import type { Adapter, OfRemote, PagedQuestion, Row, Server } from "../question/adapter.ts";
import { type AskOptions, ask, askFact } from "../question/ask.ts";

/** How a server shows a remote account. Nothing is fetched there because of us. */
export function askSight(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  acct: Acct,
  options?: AskOptions,
): Promise<Fact<Sight>> {
  return askFact(gate, adapter.sight, remote(server, acct), options);
}

export type ViewOptions = AskOptions & {
  /** What the server said about the account before: brings the key, and whether an empty list is a masked one. */
  readonly sight?: Fact<Sight>;
  readonly mostPages?: number;
};

// A view is asked for a few people of one server; hundreds of its people on one account are read in part.
const MOST_PAGES = 3;

/** Who of a server's own people follow a remote account. */
export async function askView(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  acct: Acct,
  { sight: defined, mostPages = MOST_PAGES, ...options }: ViewOptions = {},
): Promise<Fact<View>> {
  const question = adapter.view;
  if (!question) return gap("not-offered");
  if (!adapter.viewKey) return readView(gate, question, remote(server, acct), adapter, undefined, mostPages, options);
  const sight = defined ?? (await askFact(gate, adapter.viewKey, remote(server, acct), options));
  if (!sight.known) return sight;
  if (sight.value.seen === "absent") return gap("never-met", sight.source);
  if (sight.value.suspended || sight.value.id === undefined) return gap("hidden-by-server", sight.source);
  const input = { ...remote(server, acct), id: sight.value.id };
  return readView(gate, question, input, adapter, sight.value, mostPages, options);
}

async function readView(
  gate: Gate,
  question: PagedQuestion<OfRemote>,
  input: OfRemote,
  adapter: Adapter,
  sight: Sight | undefined,
  mostPages: number,
  options: AskOptions,
): Promise<Fact<View>> {
  let asked = 0;
  const askPage = async (at: string | null): Promise<OnePage> => {
    if (asked++ >= mostPages) return { ok: false, gap: "over-budget" };
    return toPage(await ask(gate, question, { ...input, at }, pagedOptions(options, at)), question);
  };
  const { rows, first, end } = await collect(readPages(askPage, { via: "api", at: null }));
  if (!first) return gap(end.gap ?? "bad-answer", end.source);
  const masked = rows.length === 0 && !adapter.viewNeverHidden && sight?.hidesLists !== false;
  if (masked) return gap("hidden-by-server", first);
  // Read to its end and not masked, it is a count as well: nobody there is nobody.
  const view = toView(rows, adapter);
  const counted = end.complete ? { ...view, count: rows.length } : view;
  return { ...known(counted, first), complete: end.complete };
}

async function collect(pages: AsyncGenerator<PageStep, EndStep>) {
  const rows: Row[] = [];
  let first: Source | undefined;
  for (;;) {
    const step = await pages.next();
    if (step.done) return { rows, first, end: step.value };
    first ??= step.value.source;
    rows.push(...step.value.rows);
  }
}

function toView(rows: readonly Row[], { showsMoved }: Adapter): View {
  const named = rows.flatMap((row) => (row.acct ? [{ ...row, acct: row.acct }] : []));
  const accts = named.map(({ acct }) => acct);
  const uris = rows.flatMap(({ uri }) => uri ?? []);
  const who = { accts, ...(uris.length > 0 ? { uris } : {}) };
  if (!showsMoved) return who;
  const flagged = named.filter(({ suspended, memorial, moved }) => suspended || memorial || moved);
  return { ...who, flagged: Object.fromEntries(flagged.map((row) => [row.acct, flagsOf(row)])) };
}

const flagsOf = ({ suspended, memorial, moved }: Row): Flags => ({
  ...defined({ suspended: suspended || undefined, memorial: memorial || undefined, moved }),
});

function remote(server: Server, acct: Acct): OfRemote {
  const [user, home] = splitAcct(acct);
  return { ...server, acct, user, home };
}
