import { index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { TokenUse } from "#lib/domain/ports/tokens.ts";
import { checks } from "./checks.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Our app on somebody's server, for one way back: one for all who sign in there. Its secret is sealed. */
export const signInApps = pgTable("sign_in_apps", {
  key: text("key").primaryKey(),
  sealed: text("sealed").notNull(),
  at: instant("at").notNull(),
});

/** Somebody was sent to their server and is not back yet. What the way back is checked with is sealed. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    stateHash: text("state_hash").primaryKey(),
    checkId: text("check_id")
      .notNull()
      .references(() => checks.id, { onDelete: "cascade" }),
    sealed: text("sealed").notNull(),
    until: instant("until").notNull(),
  },
  (row) => [index("sign_in_attempts_until").on(row.until)],
);

/** A token, sealed, for as long as its check works with it. */
export const signIns = pgTable(
  "sign_ins",
  {
    checkId: text("check_id")
      .notNull()
      .references(() => checks.id, { onDelete: "cascade" }),
    side: text("side").$type<TokenUse>().notNull(),
    sealed: text("sealed").notNull(),
    /** Of the token: a server may hand out the same one twice, and taking it back ends it for both. */
    digest: text("digest").notNull(),
    until: instant("until").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.checkId, row.side] }),
    index("sign_ins_digest").on(row.digest),
    index("sign_ins_until").on(row.until),
  ],
);
