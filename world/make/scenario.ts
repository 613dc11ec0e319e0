import type { FaultName } from "../faults/names.ts";
import type { About, Block, Fate, Mishap, Settings, Severity } from "../model.ts";
import type { SoftwareName } from "../software/names.ts";

/** A situation as data: who is where, what the servers think of each other, and what happened in which order. */
export type Scenario = {
  readonly name: string;
  /** The situation in a sentence or two, for the person who picks a scenario. */
  readonly about: string;
  readonly seed?: number;
  readonly old: Owner;
  readonly target: Owner;
  /** Planned moves: servers or accounts that could become the new home. */
  readonly candidates?: readonly string[];
  readonly servers?: Readonly<Record<string, ServerSpec>>;
  /** Who followed OLD at the start. A server not named above is a plain Mastodon. */
  readonly followers: Readonly<Record<string, readonly (string | PersonSpec)[]>>;
  /** Who found NEW without ever having followed OLD. */
  readonly newcomers?: Readonly<Record<string, readonly (string | PersonSpec)[]>>;
  /** Accounts that follow nobody here: where followers moved to, and the like. */
  readonly others?: Readonly<Record<string, readonly (string | PersonSpec)[]>>;
  /** Default: a list was saved, then the account moved. */
  readonly script?: readonly ScenarioEvent[];
  readonly movedDaysAgo?: number;
  readonly newIsBusy?: boolean;
  /** What the mover types, where that is not simply the two addresses. */
  readonly typed?: { readonly old: string; readonly new?: string };
  /** What a check should find about the move itself, by the names the product gives to findings. */
  readonly findings?: readonly string[];
};

type Owner = About & { readonly at: string; readonly fate?: Fate };
export type PersonSpec = About & { readonly user: string; readonly fate?: Fate };

export type ServerSpec = Partial<Settings> & {
  readonly software?: SoftwareName;
  readonly version?: string;
  readonly web?: string;
  /** In force from the start. A follow that such a block should have ended is a leftover: the Undo was lost. */
  readonly blocks?: Readonly<Record<string, Severity | Omit<Block, "domain">>>;
  readonly allows?: readonly string[];
  readonly stopped?: readonly string[];
  readonly filler?: number;
  readonly fault?: FaultName;
  readonly mishap?: Mishap;
  /** Suspended one of the two accounts alone, before the move. */
  readonly suspendsAccount?: "old" | "new";
};

export type ScenarioEvent =
  /** The list is saved, so many days before the move; one day where nothing is said. */
  | { readonly do: "snapshot"; readonly daysBefore?: number }
  | { readonly do: "move" }
  /** Points to the new account and sends no Move. */
  | { readonly do: "redirect" }
  /** The profile no longer points to the new account. After a move this changes nothing about who came along. */
  | { readonly do: "cancel-redirect" }
  /** The old server tries again where nobody answered. */
  | { readonly do: "minutes-pass"; readonly minutes: number }
  /** The clock goes on by itself; this is how long ago the move is then. */
  | { readonly do: "days-pass"; readonly days: number }
  | { readonly do: "drop-alias" }
  | { readonly do: "block"; readonly at: string; readonly domain: string; readonly severity?: Severity }
  /** Forgets the other server's accounts without telling anybody. */
  | { readonly do: "purge-old"; readonly at: string }
  | { readonly do: "break"; readonly at: string; readonly fault: FaultName }
  /** `told`: the servers that knew the account heard of it, as is usual. */
  | { readonly do: "delete-account"; readonly who: string; readonly told?: true }
  | { readonly do: "suspend-account"; readonly who: string }
  /** By himself: he wants to follow neither account. */
  | { readonly do: "unfollow-old"; readonly who: string }
  /** Somebody there opens the old profile after the move, and the server draws it anew. */
  | { readonly do: "open-old"; readonly at: string }
  /** By hand, long after the notice. */
  | { readonly do: "follow-new"; readonly who: string }
  | { readonly do: "unfollow-new"; readonly who: string }
  | { readonly do: "unblock"; readonly at: string; readonly domain: string }
  | { readonly do: "mend"; readonly at: string }
  /** The owner of the new account blocks a server or a person there. */
  | { readonly do: "owner-blocks"; readonly name: string }
  | { readonly do: "owner-unblocks"; readonly name: string }
  /** Somebody edits the own profile. */
  | { readonly do: "describe"; readonly who: string; readonly about: About };
