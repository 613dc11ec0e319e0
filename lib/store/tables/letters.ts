import { index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** That somebody wrote to an admin about a server. Both columns are keyed digests: no name can be read or asked for. */
export const letters = pgTable(
  "letters",
  {
    subject: text("subject").notNull(),
    writer: text("writer").notNull(),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.subject, row.writer] }), index("letters_at").on(row.at)],
);
