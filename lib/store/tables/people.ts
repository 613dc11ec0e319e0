import { sql } from "drizzle-orm";
import { bigint, boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Group, Reach, Verdict } from "#lib/domain/diagnosis/verdict.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { checks } from "./checks.ts";
import { json } from "./json.ts";
import type { LetInState, Mark } from "./types.ts";

/**
 * Everybody met in a list. What can be read off the person is generated, so that no writer can let it drift:
 * somebody only ever seen in a new list is a newcomer, and neither known nor missing.
 */
export const people = pgTable(
  "people",
  {
    checkId: text("check_id")
      .notNull()
      .references(() => checks.id, { onDelete: "cascade" }),
    acct: text("acct").notNull(),
    server: text("server").notNull(),
    person: json<Person>("person").notNull(),
    known: boolean("known").notNull().generatedAlwaysAs(sql`person ?| '{old,before}'`),
    missing: boolean("missing")
      .notNull()
      .generatedAlwaysAs(sql`person ?| '{old,before}' and person->'in' = '[]' and not person ? 'hereAs'`),
    youFollow: boolean("you_follow").notNull().generatedAlwaysAs(sql`person @> '{"youFollow":true}'`),
    lastPostAt: text("last_post_at").notNull().generatedAlwaysAs(sql`coalesce(person->'old'->>'lastPostAt', '')`),
    search: text("search").notNull().generatedAlwaysAs(sql`lower(acct || ' ' || coalesce(person->>'display', ''))`),
    verdict: json<Verdict["outcomes"]>("verdict"),
    /** The verdict towards one target, for filters; the others stand in `verdict` alone. */
    cause: text("cause"),
    grp: text("grp").$type<Group>(),
    reach: text("reach").$type<Reach>(),
    mark: text("mark").$type<Mark>(),
    /** The owner wants this follow request accepted, or it was; by the account's key on the new server. */
    letIn: text("let_in").$type<LetInState>(),
    letInKey: text("let_in_key"),
    /** When the lists were last read before this time. */
    wasMissing: boolean("was_missing").notNull().default(false),
    /** What was said about him then, and how sure it was. */
    wasCause: text("was_cause"),
    wasCertainty: text("was_certainty"),
    rev: bigint("rev", { mode: "number" }).notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.checkId, row.acct] }),
    index("people_server").on(row.checkId, row.server),
    index("people_by_address").on(row.checkId, row.acct).where(sql`${row.acct} like '%://%'`),
    index("people_let_in").on(row.checkId, row.letIn).where(sql`${row.letIn} is not null`),
  ],
);
