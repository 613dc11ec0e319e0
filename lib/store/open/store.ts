import type { ConstructorOptions } from "pg-boss";
import type { Database } from "./database.ts";
import type { Trouble } from "./trouble.ts";

export type StorePlace =
  | { readonly kind: "embedded"; readonly dataDir: string }
  | { readonly kind: "postgres"; readonly url: string }
  | { readonly kind: "memory" };

/** The channel of notifications, and what comes through it: a check's id, or null where any of them may have changed. */
export const CHANGED = "housewarming_changed";
export type Heard = (checkId: string | null) => void;

export type Store = {
  readonly kind: StorePlace["kind"];
  readonly db: Database;
  /** No other process can be at work in here: what a dead one left under way may be taken over at once. */
  readonly alone: boolean;
  /** The same database in the words of the job queue. */
  readonly forJobs: ConstructorOptions;
  /** Hears of every check whose revision was raised, in whichever process. `watchChanges` shares it among readers. */
  listen(heard: Heard): Promise<() => Promise<void>>;
  readonly trouble: Trouble;
  close(): Promise<void>;
};
