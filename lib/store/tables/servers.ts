import { bigint, boolean, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Reach, ServerVerdict } from "#lib/domain/diagnosis/verdict.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { checks } from "./checks.ts";
import { json } from "./json.ts";
import type { SaidBefore, ServerState } from "./types.ts";

/** A followers' server within one check: what it was asked, and what that says. */
export const servers = pgTable(
  "servers",
  {
    checkId: text("check_id")
      .notNull()
      .references(() => checks.id, { onDelete: "cascade" }),
    host: text("host").notNull(),
    facts: json<ServerFacts>("facts"),
    /** Without its followers: they are rows of their own. */
    verdict: json<Omit<ServerVerdict, "followers">>("verdict"),
    /** Towards the same target as the columns of its people. */
    reach: text("reach").$type<Reach>(),
    state: text("state").$type<ServerState>().notNull().default("todo"),
    slow: boolean("slow").notNull().default(false),
    /** Counted from its people in the statement that writes them. */
    known: integer("known").notNull().default(0),
    missing: integer("missing").notNull().default(0),
    asked: integer("asked").notNull().default(0),
    /** What it said about the mover's two servers when it was last asked before this time. */
    saidBefore: json<SaidBefore>("said_before"),
    askedAt: timestamp("asked_at", { withTimezone: true, precision: 3 }),
    /** Facts came in after the last verdict, or the people changed. */
    stale: boolean("stale").notNull().default(true),
    rev: bigint("rev", { mode: "number" }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.checkId, row.host] }), index("servers_rev").on(row.checkId, row.rev)],
);
