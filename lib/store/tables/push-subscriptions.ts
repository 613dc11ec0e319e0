import { pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { checks } from "./checks.ts";

/** A browser that wants to be told what a look of one check has found. It goes with the check. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    checkId: text("check_id")
      .notNull()
      .references(() => checks.id, { onDelete: "cascade" }),
    /** A digest of the address that its push service gave it. */
    device: text("device").notNull(),
    /** That address, the browser's keys and its language, sealed for this check. */
    sealed: text("sealed").notNull(),
    /** Of the newest reading that it knows of. */
    toldAt: timestamp("told_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.checkId, row.device] })],
);
