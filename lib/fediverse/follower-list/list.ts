import type { Account } from "#lib/domain/evidence/evidence.ts";
import type { Gap, Source } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Adapter, Row, Server } from "../question/adapter.ts";
import type { AskOptions } from "../question/ask.ts";
import { readApi } from "./list-api.ts";
import { readCollection } from "./list-collection.ts";
import type { ListEnd, ListPage } from "./pages.ts";

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
    const end = yield* steps(readApi(which, question, adapter, gate, of, options, cursor?.at ?? null), "api");
    const openElsewhere = end.read === 0 && !cursor && end.gap !== undefined && TRY_COLLECTION.has(end.gap);
    if (!openElsewhere || of.uri === undefined) return yield endOf(end, "api");
  }
  const at = cursor?.via === "collection" ? cursor.at : null;
  const end = yield* steps(readCollection(which, gate, of, options, at), "collection");
  yield endOf(end, "collection");
}

function endOf({ at, ...end }: ListEnd, via: Cursor["via"]): ListStep {
  return { kind: "end", ...end, ...(at === undefined ? {} : { cursor: { via, at } }) };
}

async function* steps(pages: AsyncGenerator<ListPage, ListEnd>, via: Cursor["via"]): AsyncGenerator<ListStep, ListEnd> {
  for (;;) {
    const step = await pages.next();
    if (step.done) return step.value;
    yield toStep(step.value, via);
  }
}

const toStep = ({ rows, next, source }: ListPage, via: Cursor["via"]): ListStep => ({
  kind: "page",
  rows,
  cursor: next === null ? null : { via, at: next },
  source,
});
