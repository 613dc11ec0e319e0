import { shownCause } from "#i18n/cause-words.ts";
import { isSilent } from "../overview/answered.ts";
import { SERVER_SORTS, type ServerRow, type ServerRows, type ServerSort } from "./server-rows.ts";

/** What the address of the page asks for. A name that is none shows all. */
export type ServerQuery = { readonly sort: ServerSort; readonly show: string; readonly q: string };

type PageQuery = Readonly<Record<string, string | string[] | undefined>>;
const one = (value: string | string[] | undefined): string => [value].flat()[0] ?? "";

export const readServerQuery = (given: PageQuery): ServerQuery => ({
  sort: SERVER_SORTS.find((sort) => sort === one(given.sort)) ?? "missing",
  show: one(given.show),
  q: one(given.q).trim().toLowerCase(),
});

export function serverPath(path: string, { sort, show, q }: ServerQuery, change: Partial<ServerQuery>): string {
  const next = { sort, show, q, ...change };
  const query = new URLSearchParams();
  if (next.sort !== "missing") query.set("sort", next.sort);
  if (next.show) query.set("show", next.show);
  if (next.q) query.set("q", next.q);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

const MOST_CHIPS = 5;

/** The reasons that most servers share, with the number of servers. */
export function chipsOf(rows: readonly ServerRow[]) {
  const tally = new Map<string, number>();
  for (const { reasons } of rows) for (const { cause } of reasons) tally.set(cause, (tally.get(cause) ?? 0) + 1);
  const causes = [...tally].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_CHIPS);
  return {
    causes: causes.flatMap(([cause, count]) => {
      const words = shownCause(cause);
      return words === "none" ? [] : [{ cause, words, count }];
    }),
    nobody: rows.filter(({ server }) => server.here === 0).length,
    silent: rows.filter(({ server }) => isSilent(server)).length,
  };
}

export function narrow({ rows, small, ...rest }: ServerRows, query: ServerQuery): ServerRows {
  const fits = (row: ServerRow) => shows(row, query.show) && row.server.host.includes(query.q);
  return { ...rest, rows: rows.filter(fits), small: small.filter(fits) };
}

function shows({ server, reasons }: ServerRow, show: string): boolean {
  if (show === "") return true;
  if (show === "silent") return isSilent(server);
  return show === "nobody" ? server.here === 0 : reasons.some(({ cause }) => cause === show);
}
