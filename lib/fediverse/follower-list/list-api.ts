import type { Account } from "#lib/domain/evidence/side.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Adapter, OfAccount, PagedQuestion } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";
import { type Interval, intervalsIn, split, written } from "./intervals.ts";
import type { ListOf } from "./list-of.ts";
import { pagedOptions, toPage } from "./one-page.ts";
import { type Cursor, type EndStep, type OnePage, type PageStep, readPages } from "./pages.ts";
import { FULL_PAGE } from "./paging.ts";
import { readInParallel } from "./parallel-readers.ts";

/** By the software's own API. */
export async function* readApi(
  which: "followers" | "following",
  question: PagedQuestion<OfAccount>,
  adapter: Adapter,
  gate: Gate,
  { server, user, account }: ListOf,
  options: AskOptions,
  start: string | null,
): AsyncGenerator<PageStep, EndStep> {
  const input = { ...server, user, ...(account?.id === undefined ? {} : { id: account.id }) };
  const counted = which === "followers" ? account?.followers : undefined;
  const askPage = async (at: string | null, above?: string): Promise<OnePage> => {
    const place = above === undefined ? { at } : { at, above };
    const asked = await ask(gate, question, { ...input, ...place }, pagedOptions(options, at));
    const isEmpty = at === null && asked.fact.known && asked.fact.value.raw === 0;
    // Its owner is shown everybody: nobody there is an answer, unless somebody is counted.
    const hides = options.signedIn ? which === "followers" && isFollowed(account) : emptyIsHidden(adapter, account);
    const masked = isEmpty && hides;
    if (masked) return { ok: false, gap: "hidden-by-server", source: asked.fact.source };
    return toPage(asked, question, at === null ? counted : undefined);
  };
  const isLong = options.own === true && (account?.followers ?? 0) >= WORTH_SPLITTING;
  const wasSplit = start !== null && intervalsIn(start) !== undefined;
  const pages =
    question.splits && (isLong || wasSplit)
      ? readSplit(askPage, start, peopleLeft(options, account))
      : readPages(askPage, inApi(start));
  return yield* pages;
}

const inApi = (at: string | null): Cursor => ({ via: "api", at });

/** Below this many people the pages come fast enough one by one. */
const WORTH_SPLITTING = 1_000;

/** The caller that goes on knows how much of the list is read already. */
const peopleLeft = ({ pagesLeft = Infinity }: AskOptions, account: Account | undefined): number =>
  Math.min(account?.followers ?? 0, pagesLeft * FULL_PAGE);

/** The first page says where the list begins; the rest of it is read in intervals. */
async function* readSplit(
  askPage: (at: string | null, above?: string) => Promise<OnePage>,
  start: string | null,
  people: number,
): AsyncGenerator<PageStep, EndStep> {
  const askInterval = ({ below, above }: Interval) => askPage(below, above);
  const left = start === null ? undefined : intervalsIn(start);
  if (left) return yield* readInParallel(askInterval, left, people);
  const pages = readPages(askPage, inApi(start));
  const first = await pages.next();
  if (first.done) return first.value;
  const next = first.value.cursor?.at;
  const intervals = typeof next === "string" ? split(next) : undefined;
  if (!intervals) {
    yield first.value;
    return yield* pages;
  }
  yield { ...first.value, cursor: inApi(written(intervals)) };
  const end = yield* readInParallel(askInterval, intervals, people - first.value.rows.length);
  return { ...end, read: end.read + first.value.rows.length };
}

const isFollowed = (account: Account | undefined): boolean => (account?.followers ?? 0) > 0;

function emptyIsHidden({ emptyHides }: Adapter, account: Account | undefined): boolean {
  return emptyHides === true || account?.hidesLists === true || account?.suspended === true || isFollowed(account);
}
