import { and, asc, count, desc, eq, gt, isNull, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Group, Reach } from "#lib/domain/diagnosis/verdict.ts";
import type { Host, TargetKey } from "#lib/domain/names/spellings.ts";
import type { Store } from "../../open/store.ts";
import { storable } from "../../tables/json.ts";
import { people } from "../../tables/schema.ts";
import type { Mark } from "../../tables/types.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import type { PersonRow } from "./people.ts";

export type PeopleFilter = {
  readonly group?: Group;
  /** As an address says it: what is no cause of ours finds nobody. */
  readonly cause?: string;
  /** Causes whose people are left out. */
  readonly without?: readonly string[];
  readonly reach?: Reach;
  readonly server?: Host;
  /** Part of an address or a display name, in any case. */
  readonly q?: string;
  readonly missing?: boolean;
  /** Not judged to be here. */
  readonly away?: boolean;
  readonly youFollow?: boolean;
  /** Null: those not marked yet. */
  readonly mark?: Mark | null;
  /** Reads group, cause and reach from the verdict towards this target instead of the one in the columns. */
  readonly towards?: TargetKey;
};
/**
 * `lively`: those the mover follows back come first, then who wrote last, then bots. Behind all of them, in the same
 * order, stand those about whom nobody can do anything.
 */
export type PeopleSort = "name" | "server" | "recent" | "lively";
export type PeopleQuery = PeopleFilter & {
  readonly sort?: PeopleSort;
  readonly cursor?: string;
  readonly limit: number;
};
export type Page<Row> = { readonly items: readonly Row[]; readonly next: string | null; readonly total: number };

/** Each order is by a text and ends with the address, which is unique: so a cursor names exactly one place. */
const SORTS = {
  name: { by: sql`${people.acct}`, of: (row: PersonRow) => row.acct, order: asc, past: gt },
  server: { by: sql`${people.server}`, of: (row: PersonRow) => row.server, order: asc, past: gt },
  recent: { by: sql`${people.lastPostAt}`, of: (row: PersonRow) => row.lastPostAt, order: desc, past: lt },
  lively: {
    by: sql`(case when ${people.grp} = 'nobody' then '0' else '1' end
      || case when ${people.youFollow} then '2' when ${people.person}->'old' @> '{"bot":true}' then '0' else '1' end
      || ${people.lastPostAt})`,
    of: placeInLively,
    order: desc,
    past: lt,
  },
} as const;

/** The text by which `lively` orders, worked out here as the database does it: the greatest comes first. */
export function placeInLively({ grp, youFollow, person, lastPostAt }: PersonRow): string {
  const kind = youFollow ? "2" : person.old?.bot === true ? "0" : "1";
  return `${grp === "nobody" ? "0" : "1"}${kind}${lastPostAt}`;
}

/** A page of those known from before. A cursor that is not ours begins at the start. */
export async function findPeople(store: Store, checkId: string, query: PeopleQuery): Promise<Page<PersonRow>> {
  const { by, order } = SORTS[query.sort ?? "name"];
  const where = and(eq(people.checkId, checkId), people.known, ...filters(query));
  const found = await store.db
    .select()
    .from(people)
    .where(and(where, past(query)))
    .orderBy(order(by), asc(people.acct))
    .limit(query.limit + 1);
  const [{ total } = { total: 0 }] = await store.db.select({ total: count() }).from(people).where(where);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  const more = found.length > query.limit && last !== undefined;
  return { items, next: more ? encodeCursor(placeOf(query, last)) : null, total };
}

const placeOf = ({ sort = "name" }: PeopleQuery, row: PersonRow): readonly string[] => [SORTS[sort].of(row), row.acct];

function past({ sort = "name", cursor }: PeopleQuery): SQL | undefined {
  const [value, acct] = (cursor && decodeCursor(cursor)) || [];
  if (typeof value !== "string" || typeof acct !== "string") return undefined;
  const { by, past: beyond } = SORTS[sort];
  const held = storable(value);
  return or(beyond(by, held), and(eq(by, held), gt(people.acct, storable(acct))));
}

function filters({
  group,
  cause,
  without,
  reach,
  server,
  q,
  missing,
  away,
  youFollow,
  mark,
  towards,
}: PeopleFilter): SQL[] {
  const seen = outcomeColumns(towards);
  return [
    group && eq(seen.grp, group),
    cause && eq(seen.cause, storable(cause)),
    // Those without a cause yet stay.
    ...(without ?? []).map((left) => sql`${seen.cause} is distinct from ${storable(left)}`),
    reach && eq(seen.reach, reach),
    server && eq(people.server, storable(server)),
    q && like(people.search, `%${literally(storable(q).toLowerCase())}%`),
    missing === undefined ? undefined : eq(people.missing, missing),
    away && sql`${seen.grp} is distinct from 'here'`,
    youFollow === undefined ? undefined : eq(people.youFollow, youFollow),
    mark === null ? isNull(people.mark) : mark && eq(people.mark, mark),
  ].filter((filter) => typeof filter === "object");
}

function outcomeColumns(towards: TargetKey | undefined): Record<"grp" | "cause" | "reach", SQL> {
  if (towards === undefined)
    return { grp: sql`${people.grp}`, cause: sql`${people.cause}`, reach: sql`${people.reach}` };
  const outcome = sql`${people.verdict}->${storable(towards)}::text`;
  return { grp: sql`${outcome}->>'group'`, cause: sql`${outcome}->>'cause'`, reach: sql`${outcome}->>'reach'` };
}

const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** What changed after a reader's revision, oldest change first. */
export function peopleSince(store: Store, checkId: string, rev: number, limit: number): Promise<PersonRow[]> {
  return store.db
    .select()
    .from(people)
    .where(and(eq(people.checkId, checkId), people.known, gt(people.rev, rev)))
    .orderBy(people.rev, people.acct)
    .limit(limit);
}
