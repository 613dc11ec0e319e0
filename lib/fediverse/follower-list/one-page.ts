import { defined } from "#lib/flow/defined.ts";
import type { PagedQuestion, RowPage } from "../question/adapter.ts";
import type { Asked, AskOptions } from "../question/ask.ts";
import type { OnePage } from "./pages.ts";

/** The first page does not count against the window for paged requests; the others do. */
export const pagedOptions = (options: AskOptions, at: string | null): AskOptions =>
  at === null ? options : { ...options, paged: true };

export function toPage<Input>(
  { fact, body, headers, url, until }: Asked<RowPage>,
  { next }: PagedQuestion<Input>,
  counted?: number,
): OnePage {
  if (!fact.known) {
    const { source } = fact;
    return { ok: false, gap: fact.gap, ...defined({ source, until }) };
  }
  const where = next({ page: fact.value, body, headers, url, ...defined({ counted }) });
  return {
    ok: true,
    ...fact.value,
    next: where === "end" ? null : where === "broken" ? where : where.at,
    source: fact.source,
  };
}
