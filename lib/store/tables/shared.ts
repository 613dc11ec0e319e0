import { bigint, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { json } from "./json.ts";

/** Rows that all checks and all processes share. Times the clock of the asker decides are numbers, as in the core. */
const cache = (name: string) =>
  pgTable(
    name,
    {
      key: text("key").primaryKey(),
      host: text("host").notNull(),
      value: json<unknown>("value"),
      at: timestamp("at", { withTimezone: true, precision: 3 }),
      /** Until when the value is fresh. A row that is still being fetched has none. */
      expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }),
      /** Who is fetching it, and until when that is believed. */
      claimedBy: text("claimed_by"),
      claimedUntil: timestamp("claimed_until", { withTimezone: true, precision: 3 }),
    },
    (row) => [index(`${name}_host`).on(row.host), index(`${name}_expires`).on(row.expiresAt)],
  );

export const memory = cache("memory");
/** What a share page's visitor asked about their server: never filled from a check, never read by one. */
export const shareAsks = cache("share_asks");

export const ledger = pgTable("ledger", {
  host: text("host").primaryKey(),
  tally: json<unknown>("tally").notNull(),
  /** Nothing in the tally matters after this moment. */
  idleAt: bigint("idle_at", { mode: "number" }).notNull(),
});

export const settings = pgTable("settings", {
  name: text("name").primaryKey(),
  value: json<unknown>("value").notNull(),
});
