import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { checks } from "./checks.ts";
import { json } from "./json.ts";
import type { ShareData } from "./types.ts";

/** A public page for followers. It outlives its check: after its days it stays without numbers. */
export const shares = pgTable(
  "shares",
  {
    tokenHash: text("token_hash").primaryKey(),
    /** Null once the check has expired: the page stays. */
    checkId: text("check_id").references(() => checks.id, { onDelete: "set null" }),
    /** Both addresses, so that either account, proven, can have every page about it removed. */
    accts: text("accts").array().notNull().default(sql`'{}'`),
    data: json<ShareData>("data").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
    numbersUntil: timestamp("numbers_until", { withTimezone: true, precision: 3 }).notNull(),
    /** Its owner wants the page to say how many are missing, too. */
    showsMissing: boolean("shows_missing").notNull().default(false),
  },
  (row) => [index("shares_check").on(row.checkId)],
);
