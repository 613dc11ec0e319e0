import type { Tally } from "./tally.ts";

export type Mode = "moved" | "planned";
export const MODES: readonly Mode[] = ["moved", "planned"];
export const PROGRAMS = ["serial", "concurrent", "housewarming", "housewarming again"] as const;
export type ProgramName = (typeof PROGRAMS)[number];

/** One program's run over one world, as it stands in `docs/bench.json`. */
export type Entry = {
  /** Null where it named no cause. */
  readonly firstCauseMs: number | null;
  readonly doneMs: number;
  /** That reached a server, in all and at most to one follower's server. */
  readonly requests: number;
  readonly mostToOne: number;
  /** Of the answers' bodies. */
  readonly bytes: number;
  readonly cpuMs: number;
  /** The process at its largest. */
  readonly peakMb: number;
  readonly tally: Tally;
  /** Day, and how busy the machine was in the minute before the end. */
  readonly at: string;
  readonly load: number;
};
