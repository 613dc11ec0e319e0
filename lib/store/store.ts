import type { ConstructorOptions } from "pg-boss";
import type { Database } from "./database.ts";

export type StorePlace =
  | { readonly kind: "embedded"; readonly dataDir: string }
  | { readonly kind: "postgres"; readonly url: string }
  | { readonly kind: "memory" };

export type Store = {
  readonly kind: StorePlace["kind"];
  readonly db: Database;
  /** No other process can be at work in here: what a dead one left under way may be taken over at once. */
  readonly alone: boolean;
  /** The same database in the words of the job queue. */
  readonly forJobs: ConstructorOptions;
  close(): Promise<void>;
};
