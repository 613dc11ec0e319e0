import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { checks } from "./checks.ts";
import { json } from "./json.ts";

/** A public page for followers. It outlives its check: after its days it stays without numbers. */
export const shares = pgTable(
  "shares",
  {
    tokenHash: text("token_hash").primaryKey(),
    checkId: text("check_id").references(() => checks.id, { onDelete: "set null" }),
    accts: text("accts").array().notNull().default(sql`'{}'`),
    data: json<unknown>("data").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
    numbersUntil: timestamp("numbers_until", { withTimezone: true, precision: 3 }).notNull(),
  },
  (row) => [index("shares_check").on(row.checkId)],
);
