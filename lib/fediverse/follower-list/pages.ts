import type { Gap, Source } from "#lib/domain/evidence/fact.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Row } from "../question/adapter.ts";

/** Where a list goes on, as plain JSON: stored with every page and handed in again after a stop. */
export type Cursor = { readonly via: "api" | "collection"; readonly at: string | null };

/** People of a list as they come, with the place behind them. */
export type PageStep = {
  readonly kind: "page";
  readonly rows: readonly Row[];
  readonly cursor: Cursor | null;
  readonly source: Source;
};
/** How the reading of a list ended. */
export type EndStep = {
  readonly kind: "end";
  /** Read to the list's own end; without it the list proves presence and never absence. */
  readonly complete: boolean;
  readonly gap?: Gap;
  readonly source?: Source;
  /** When asking again makes sense, and from where. */
  readonly until?: string;
  readonly cursor?: Cursor;
  readonly read: number;
  /** As many people are in it by its account's own count, where that was asked for at the end. */
  readonly counted?: number;
};

/** What one request for a page brought: people and the place of the next page, or why there are none. */
export type OnePage =
  | {
      readonly ok: true;
      readonly rows: readonly Row[];
      readonly raw: number;
      readonly next: string | null | "broken";
      readonly source: Source;
    }
  | { readonly ok: false; readonly gap: Gap; readonly source?: Source; readonly until?: string };

// A list that never ends is a fault: nobody has so many followers.
const MOST_PAGES = 50_000;
/** Pages that bring nobody new, one after another, before it is called a loop. */
const MOST_FRUITLESS = 3;
const REMEMBERED = 1_000;

/**
 * Follows a list from page to page. Whatever the list's length, only the last people and the places asked are kept:
 * who was written down long ago is written down again under the same key.
 */
export async function* readPages(
  askPage: (at: string | null) => Promise<OnePage>,
  { via, at: start }: Cursor,
): AsyncGenerator<PageStep, EndStep> {
  const asked = new Set<string | null>();
  const recent = new Recent();
  let fruitless = 0;
  let read = 0;
  for (let at = start; ; ) {
    if (asked.has(at) || asked.size >= MOST_PAGES || fruitless >= MOST_FRUITLESS) {
      return { kind: "end", complete: false, gap: "bad-answer", read };
    }
    asked.add(at);
    const page = await insist(askPage, at);
    if (!page.ok) return { ...stopped(page), cursor: { via, at }, read };
    const rows = recent.fresh(page.rows);
    fruitless = page.raw > 0 && rows.length === 0 ? fruitless + 1 : 0;
    read += rows.length;
    const { next, source } = page;
    yield { kind: "page", rows, cursor: behind(via, next), source };
    if (next === null) return { kind: "end", complete: true, source, read };
    if (next === "broken") return { kind: "end", complete: false, gap: "bad-answer", source, read };
    at = next;
  }
}

const behind = (via: Cursor["via"], next: string | null | "broken"): Cursor | null =>
  next === null || next === "broken" ? null : { via, at: next };

/** A server stumbles over one page in a hundred; asked again at once, it nearly always finds it. */
async function insist(askPage: (at: string | null) => Promise<OnePage>, at: string | null): Promise<OnePage> {
  const page = await askPage(at);
  const stumbled = !page.ok && page.gap === "unreachable" && (page.source?.status ?? 0) >= 500;
  return stumbled ? askPage(at) : page;
}

const stopped = ({ gap, source, until }: Extract<OnePage, { ok: false }>) => ({
  kind: "end" as const,
  complete: false,
  gap,
  ...defined({ source }),
  ...defined({ until }),
});

/** People on pages that shift while they are read come twice, close to each other. */
class Recent {
  #keys = new Set<string>();

  fresh(rows: readonly Row[]): readonly Row[] {
    const fresh = rows.filter((row) => this.#add(row.uri ?? row.acct ?? ""));
    for (const key of this.#keys) {
      if (this.#keys.size <= REMEMBERED) break;
      this.#keys.delete(key);
    }
    return fresh;
  }

  #add(key: string): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    return true;
  }
}
