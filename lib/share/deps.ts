import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import type { Store } from "#lib/store/open/store.ts";

/** All that share pages are handed. They open nothing and read no clock of their own. */
export type ShareDeps = {
  readonly store: Store;
  /**
   * Opened over `memory`, and `memory` is a cache that no check reads or fills: what a look-up asks must not depend on
   * whether a check has met that server.
   */
  readonly gate: Gate;
  readonly memory: Memory;
  readonly secret: string;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** Whether followers may sign in on their own servers. */
  readonly looks?: boolean;
  /** A path of ours for the picture of one of the two accounts. */
  readonly avatarPath?: (url: string) => string;
  /** Whether two hosts have one owner, by the list of public suffixes. */
  readonly sameSite?: (one: Host, other: Host) => boolean;
};
