import type { Account } from "#lib/domain/evidence.ts";
import type { Gap, Source } from "#lib/domain/fact.ts";
import type { Gate } from "#lib/domain/gate.ts";
import { readActorDocument } from "./actor.ts";
import type { Adapter, Page, PagedQuestion, Row, Server } from "./adapter.ts";
import { type Asked, type AskOptions, ask } from "./ask.ts";
import { collectionPage, collectionRoot } from "./collection.ts";
import { readStretches, type Stretch, split, stretchesIn, written } from "./intervals.ts";
import { type ListEnd, type ListPage, type OnePage, readPages } from "./pages.ts";

/** Where a list goes on, as plain JSON: stored with every page and handed in again after a stop. */
export type Cursor = { readonly via: "api" | "collection"; readonly at: string | null };

/** Whose list: the account as its server showed it, and its actor for the way round. */
export type ListOf = {
  readonly server: Server;
  readonly user: string;
  readonly account?: Account;
  readonly uri?: string;
};
export type ListOptions = AskOptions & { readonly cursor?: Cursor };

/** Pages as they come, each with the cursor behind it; last of all how the list ended. */
export type ListStep =
  | { readonly kind: "page"; readonly rows: readonly Row[]; readonly cursor: Cursor | null; readonly source: Source }
  | {
      readonly kind: "end";
      /** Read to the list's own end; without it the list proves presence and never absence. */
      readonly complete: boolean;
      readonly gap?: Gap;
      readonly source?: Source;
      /** When asking again makes sense, and from where. */
      readonly until?: string;
      readonly cursor?: Cursor;
      readonly read: number;
    };

export const readFollowers = (adapter: Adapter, gate: Gate, of: ListOf, options: ListOptions = {}) =>
  readList("followers", adapter, gate, of, options);
export const readFollowing = (adapter: Adapter, gate: Gate, of: ListOf, options: ListOptions = {}) =>
  readList("following", adapter, gate, of, options);

type Which = "followers" | "following";
/** Reasons for which the other way to the same list may still be open; a hidden list is hidden on both. */
const TRY_COLLECTION = new Set<Gap>(["needs-login", "not-offered", "bad-answer", "needs-signature", "never-met"]);

async function* readList(
  which: Which,
  adapter: Adapter,
  gate: Gate,
  of: ListOf,
  { cursor, ...options }: ListOptions,
): AsyncGenerator<ListStep, void> {
  const question = adapter[which];
  if (cursor?.via !== "collection" && question && of.account?.id !== undefined) {
    const end = yield* readApi(question, adapter, gate, of, options, cursor?.at ?? null);
    const openElsewhere = end.read === 0 && !cursor && end.gap !== undefined && TRY_COLLECTION.has(end.gap);
    if (!openElsewhere || of.uri === undefined) return yield endOf(end, "api");
  }
  const end = yield* readCollection(which, gate, of, options, cursor?.via === "collection" ? cursor.at : null);
  yield endOf(end, "collection");
}

function endOf({ at, ...end }: ListEnd, via: Cursor["via"]): ListStep {
  return { kind: "end", ...end, ...(at === undefined ? {} : { cursor: { via, at } }) };
}

async function* readApi(
  question: PagedQuestion<Server & { user: string; id?: string }>,
  adapter: Adapter,
  gate: Gate,
  { server, user, account }: ListOf,
  options: AskOptions,
  start: string | null,
): AsyncGenerator<ListStep, ListEnd> {
  const input = { ...server, user, ...(account?.id === undefined ? {} : { id: account.id }) };
  const askPage = async (at: string | null, above?: string): Promise<OnePage> => {
    const place = above === undefined ? { at } : { at, above };
    const asked = await ask(gate, question, { ...input, ...place }, pagedOptions(options, at));
    const masked = at === null && asked.fact.known && asked.fact.value.raw === 0 && emptyIsHidden(adapter, account);
    return masked ? { ok: false, gap: "hidden-by-server", source: asked.fact.source } : toPage(asked, question);
  };
  const isLong = options.own === true && (account?.followers ?? 0) >= WORTH_SPLITTING;
  const wasSplit = start !== null && stretchesIn(start) !== undefined;
  const pages = question.splits && (isLong || wasSplit) ? readSplit(askPage, start) : readPages(askPage, start);
  return yield* steps(pages, "api");
}

/** Below this many people the pages come fast enough one by one. */
const WORTH_SPLITTING = 1_000;

/** The first page says where the list begins; the rest of it is read in stretches. */
async function* readSplit(
  askPage: (at: string | null, above?: string) => Promise<OnePage>,
  start: string | null,
): AsyncGenerator<ListPage, ListEnd> {
  const askStretch = ({ below, above }: Stretch) => askPage(below, above);
  const left = start === null ? undefined : stretchesIn(start);
  if (left) return yield* readStretches(askStretch, left);
  const pages = readPages(askPage, start);
  const first = await pages.next();
  if (first.done) return first.value;
  const stretches = first.value.next === null ? undefined : split(first.value.next);
  if (!stretches) {
    yield first.value;
    return yield* pages;
  }
  yield { ...first.value, next: written(stretches) };
  const end = yield* readStretches(askStretch, stretches);
  return { ...end, read: end.read + first.value.rows.length };
}

/** The first page does not count against the window for paged requests; the others do. */
const pagedOptions = (options: AskOptions, at: string | null): AskOptions =>
  at === null ? options : { ...options, paged: true };

function emptyIsHidden({ emptyHides }: Adapter, account: Account | undefined): boolean {
  return (
    emptyHides === true || account?.hidesLists === true || account?.suspended === true || (account?.followers ?? 0) > 0
  );
}

export function toPage<Input>(
  { fact, body, headers, url, until }: Asked<Page>,
  { next }: PagedQuestion<Input>,
): OnePage {
  if (!fact.known) {
    const { source } = fact;
    return { ok: false, gap: fact.gap, ...(source ? { source } : {}), ...(until ? { until } : {}) };
  }
  const where = next({ page: fact.value, body, headers, url });
  return {
    ok: true,
    ...fact.value,
    next: where === "end" ? null : where === "broken" ? where : where.at,
    source: fact.source,
  };
}

async function* steps(
  pages: AsyncGenerator<Parameters<typeof toStep>[0], ListEnd>,
  via: Cursor["via"],
): AsyncGenerator<ListStep, ListEnd> {
  for (;;) {
    const step = await pages.next();
    if (step.done) return step.value;
    yield toStep(step.value, via);
  }
}

const toStep = (
  page: { readonly rows: readonly Row[]; readonly next: string | null; readonly source: Source },
  via: Cursor["via"],
): ListStep => ({
  kind: "page",
  rows: page.rows,
  cursor: page.next === null ? null : { via, at: page.next },
  source: page.source,
});

async function* readCollection(
  which: Which,
  gate: Gate,
  of: ListOf,
  options: AskOptions,
  start: string | null,
): AsyncGenerator<ListStep, ListEnd> {
  const uri = start ?? (await collectionUri(which, gate, of, options));
  if (typeof uri !== "string") return uri;
  const host = URL.parse(uri)?.hostname ?? "";
  const input = { host, webHost: host, uri };
  const askPage = async (at: string | null): Promise<OnePage> => {
    if (at !== null)
      return stayAt(
        host,
        toPage(await ask(gate, collectionPage, { ...input, at }, pagedOptions(options, at)), collectionPage),
      );
    const root = await ask(gate, collectionRoot, input, options);
    if (!root.fact.known) return toPage({ ...root, fact: root.fact }, collectionPage);
    const { page, next } = root.fact.value;
    return stayAt(host, { ok: true, rows: page?.rows ?? [], raw: page?.raw ?? 0, next, source: root.fact.source });
  };
  return yield* steps(readPages(askPage, start), "collection");
}

/** A next page on another host is not followed: whoever wrote the list must not choose whom we ask. */
function stayAt(host: string, page: OnePage): OnePage {
  if (!page.ok || page.next === null || page.next === "broken") return page;
  const next = URL.parse(page.next);
  const stays = next?.protocol === "https:" && next.hostname === host && next.port === "";
  return stays ? page : { ...page, next: "broken" };
}

async function collectionUri(which: Which, gate: Gate, of: ListOf, options: AskOptions): Promise<string | ListEnd> {
  const uri = of.uri ?? of.account?.uri;
  if (uri === undefined) return { complete: false, gap: "not-offered", read: 0 };
  const actor = await readActorDocument(gate, uri, options);
  if (!actor.known) {
    const { gap, source } = actor;
    return { complete: false, gap, at: null, read: 0, ...(source ? { source } : {}) };
  }
  const list = actor.value[which];
  const stays = list !== undefined && URL.parse(list)?.origin === URL.parse(actor.value.uri)?.origin;
  return stays ? list : { complete: false, gap: list ? "bad-answer" : "not-offered", source: actor.source, read: 0 };
}
