import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Counts, MoveVerdict } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, Mode } from "#lib/domain/evidence/evidence.ts";
import { json } from "./json.ts";
import type {
  ChangesRow,
  CheckInput,
  CheckStateName,
  Cursors,
  HistoryRow,
  ProofRow,
  SignInRow,
  StepRow,
  WaitRow,
} from "./types.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The truth about a check. A job only wakes it. */
export const checks = pgTable(
  "checks",
  {
    id: text("id").primaryKey(),
    keyHash: text("key_hash").notNull(),
    mode: text("mode").$type<Mode>().notNull(),
    state: text("state").$type<CheckStateName>().notNull().default("queued"),
    /** Grows with every change that a reader can see; rows carry the one they last changed in. */
    rev: bigint("rev", { mode: "number" }).notNull().default(0),
    /** As typed. */
    old: text("old").notNull(),
    targets: json<readonly string[]>("targets").notNull(),
    /** The mover's accounts once resolved: either of them, proven, may remove the check. */
    accts: text("accts").array().notNull().default(sql`'{}'`),
    input: json<CheckInput>("input").notNull(),
    /** The revision at which the owner last gave the run something to do. */
    inputRev: bigint("input_rev", { mode: "number" }).notNull().default(0),
    facts: json<CheckFacts>("facts"),
    /** What was known of the accounts when they were read the time before. */
    earlier: json<CheckFacts>("earlier"),
    /** How often both lists were begun anew. */
    reading: integer("reading").notNull().default(0),
    move: json<MoveVerdict>("move"),
    counts: json<Counts>("counts"),
    steps: json<readonly StepRow[]>("steps").notNull(),
    waits: json<readonly WaitRow[]>("waits").notNull(),
    resumesAt: instant("resumes_at"),
    cursor: json<Cursors>("cursor").notNull(),
    /** Goes up with every lease; a write that carries an older one affects nothing. */
    fence: bigint("fence", { mode: "number" }).notNull().default(0),
    leasedBy: text("leased_by"),
    leasedUntil: instant("leased_until"),
    /** How often in a row the process that ran it ended without giving the lease back. */
    deaths: integer("deaths").notNull().default(0),
    rules: text("rules"),
    proof: json<ProofRow>("proof").notNull(),
    history: json<readonly HistoryRow[]>("history").notNull(),
    changes: json<ChangesRow>("changes"),
    /** When a finished check looks again by itself; null where it does not. */
    nextLookAt: instant("next_look_at"),
    /** How often it has. */
    looks: integer("looks").notNull().default(0),
    /** What its owner chose; null: as is usual for such a check. */
    looksWanted: boolean("looks_wanted"),
    signIns: json<readonly SignInRow[]>("sign_ins"),
    failure: text("failure"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (row) => [
    index("checks_expires").on(row.expiresAt),
    index("checks_state").on(row.state),
    index("checks_look").on(row.nextLookAt),
  ],
);
