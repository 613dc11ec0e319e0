import type { Hints } from "#lib/domain/evidence/opinions.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import type { Tokens } from "#lib/domain/ports/tokens.ts";
import type { Store } from "#lib/store/open/store.ts";

/** All that a check is handed. It opens nothing and reads no clock of its own. */
export type CheckDeps = {
  readonly store: Store;
  readonly gate: Gate;
  readonly memory: Memory;
  /** What servers publish about each other is asked again where it was last read earlier than this. */
  readonly notBefore?: Date;
  /** The same for what the mover's own servers run: a try that failed leaves a gap behind, which is kept for a while. */
  readonly ownNotBefore?: Date;
  /** Wakes a check: its row is the truth, the job only says "look again". */
  readonly wake: (id: string, at?: Date) => Promise<void>;
  readonly now: () => Date;
  readonly settings: CheckSettings;
  /** What the owner of a check lets it read with an account of theirs. */
  readonly tokens: Tokens;
  /** With the server's own secret: what it signed, it can tell again. */
  readonly sign: (text: string) => string;
  /** A path of ours for a picture of one of the mover's two accounts. */
  readonly avatarPath: (url: string) => string;
  /** Whether two hosts have one owner, by the list of public suffixes. */
  readonly sameSite?: (one: Host, other: Host) => boolean;
  /** A finished check, for the log: no names. */
  readonly report: (line: Readonly<Record<string, unknown>>) => void;
  /** What should never happen. */
  readonly trouble: (error: unknown) => void;
};

export type CheckSettings = {
  readonly publicUrl: string;
  readonly proof: "required" | "off";
  readonly retentionDays: number;
  /** For a check made before a move, also once it has become the move. */
  readonly plannedDays: number;
  /** What of the opinions of others the operator lets a check ask for; left out: none. */
  readonly hints?: Hints;
  /** With this a browser subscribes to notices; left out where this copy sends none. */
  readonly pushKey?: string;
  /** `step:n`: end the process at the n-th commit of that step. Tests of survival only. */
  readonly crashAt?: string;
};
