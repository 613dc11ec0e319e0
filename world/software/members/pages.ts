import type { Scene } from "../common/routes.ts";
import { siteOf } from "../common/uris.ts";

type Linking = {
  readonly usual?: number;
  readonly most: number;
  /** The parameter that says where a page starts. */
  readonly place?: string;
  /** What the page that follows is called, and the one before. */
  readonly names?: readonly [string, string];
  /** Names a page that follows even behind the last one. */
  readonly always?: true;
};

/** One page of rows, and the header that leads to the others. */
export function linkedPage<T>(
  { server, asked }: Pick<Scene, "server" | "asked">,
  rows: readonly T[],
  { usual = 40, most, place = "max_id", names: [next, prev] = ["next", "prev"], always }: Linking,
): { readonly page: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const limit = Math.min(Number(asked.query.get("limit")) || usual, most);
  const from = Number(asked.query.get(place) ?? 0);
  const page = rows.slice(from, from + limit);
  const site = `${siteOf(server)}${asked.path}?limit=${limit}`;
  const links = [
    ...(from + limit < rows.length || (always && page.length > 0)
      ? [`<${site}&${place}=${from + limit}>; rel="${next}"`]
      : []),
    ...(from > 0 || (always && page.length > 0)
      ? [`<${site}&${place}=${Math.max(0, from - limit)}>; rel="${prev}"`]
      : []),
  ];
  return { page, headers: links.length > 0 ? { link: links.join(", ") } : {} };
}
