import type { Gap, Source } from "#lib/domain/evidence/fact.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Row } from "../question/adapter.ts";

export type ListPage = {
  readonly kind: "page";
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly source: Source;
};
/** `complete` only where the list was read to its own end. `at`: where reading goes on once asking makes sense again. */
export type ListEnd = {
  readonly complete: boolean;
  readonly gap?: Gap;
  readonly source?: Source;
  readonly until?: string;
  readonly at?: string | null;
  readonly read: number;
};
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
  start: string | null,
): AsyncGenerator<ListPage, ListEnd> {
  const asked = new Set<string | null>();
  const recent = new Recent();
  let fruitless = 0;
  let read = 0;
  for (let at = start; ; ) {
    if (asked.has(at) || asked.size >= MOST_PAGES || fruitless >= MOST_FRUITLESS) {
      return { complete: false, gap: "bad-answer", read };
    }
    asked.add(at);
    const page = await insist(askPage, at);
    if (!page.ok) return { ...stopped(page), at, read };
    const rows = recent.fresh(page.rows);
    fruitless = page.raw > 0 && rows.length === 0 ? fruitless + 1 : 0;
    read += rows.length;
    const { next, source } = page;
    yield { kind: "page", rows, next: next === "broken" ? null : next, source };
    if (next === null) return { complete: true, source, read };
    if (next === "broken") return { complete: false, gap: "bad-answer", source, read };
    at = next;
  }
}

/** A server stumbles over one page in a hundred; asked again at once, it nearly always finds it. */
async function insist(askPage: (at: string | null) => Promise<OnePage>, at: string | null): Promise<OnePage> {
  const page = await askPage(at);
  const stumbled = !page.ok && page.gap === "unreachable" && (page.source?.status ?? 0) >= 500;
  return stumbled ? askPage(at) : page;
}

const stopped = ({ gap, source, until }: Extract<OnePage, { ok: false }>) => ({
  complete: false,
  gap,
  ...defined({ source }),
  ...(until ? { until } : {}),
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
