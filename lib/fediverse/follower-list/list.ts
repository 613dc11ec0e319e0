import type { Gap } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Adapter } from "../question/adapter.ts";
import type { AskOptions } from "../question/ask.ts";
import { readApi } from "./list-api.ts";
import { readCollection } from "./list-collection.ts";
import type { ListOf } from "./list-of.ts";
import type { Cursor, EndStep, PageStep } from "./pages.ts";

export type ListOptions = AskOptions & { readonly cursor?: Cursor };

/** Pages as they come; last of all how the list ended. */
export type ListStep = PageStep | EndStep;

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
    const end = yield* readApi(which, question, adapter, gate, of, options, cursor?.at ?? null);
    const openElsewhere = end.read === 0 && !cursor && end.gap !== undefined && TRY_COLLECTION.has(end.gap);
    if (!openElsewhere || of.uri === undefined) return yield end;
  }
  yield yield* readCollection(which, gate, of, options, cursor?.via === "collection" ? cursor.at : null);
}
