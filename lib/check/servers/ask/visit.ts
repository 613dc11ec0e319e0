import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Home, Person } from "#lib/domain/evidence/person.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Adapter, Server } from "#lib/fediverse/question/adapter.ts";
import type { MoversServer } from "../../accounts/movers-servers.ts";
import type { CheckDeps } from "../../state/deps.ts";
import type { EarlierHomes } from "../earlier-answers.ts";
import type { Nameless } from "../naming.ts";

export type MoversServers = { readonly old: MoversServer; readonly targets: Readonly<Record<string, MoversServer>> };
/** Everything a question to one server needs. */
export type Asking = EarlierHomes & {
  readonly deps: Pick<CheckDeps, "gate" | "memory" | "notBefore" | "now">;
  readonly check: CheckFacts;
  readonly adapter: Adapter;
  readonly server: Server;
  /** Nobody waits for further answers. */
  readonly over: AbortSignal;
  /** As many requests it may be sent. */
  readonly most: number;
  /** None of its answers so far came quickly, or it was slow in the check before. */
  readonly isSlow?: boolean;
  /** What became of single people, as far as it was met on the way. */
  readonly singles: Map<Acct, Fact<Home>>;
  /** Of those: who is deleted or suspended, and not asked yet which of both. */
  readonly either: Set<Acct>;
  /** Who was in one request for many and is not in its answer would not be in the next one either. */
  readonly askedByKey: Set<string>;
  /** What look-ups said: where nothing was left to ask further, a later turn goes on from here. */
  readonly toldByApi: Map<Acct, Fact<Home>>;
};
export type Probed = {
  readonly facts: ServerFacts;
  readonly requests: number;
  /** What became of single people, where that decided something. */
  readonly singles: ReadonlyMap<Acct, Fact<Home>>;
  /** The actors behind handles, where they were asked for. */
  readonly addresses?: ReadonlyMap<Acct, string>;
};
/** `paused`: they go on another day, or after a rate window. */
export type ListProgress = "going-on" | "paused" | "ended";
/** One server to ask. */
export type Visit = {
  readonly host: Host;
  /** As they stand by now: while lists are read, one after the other turns up. */
  readonly people: () => Promise<readonly Person[]>;
  /** How many of its people each new list shows by now, newcomers included. */
  readonly arrived: () => Promise<NonNullable<ServerFacts["arrived"]>>;
  /** Resolves when the lists are read as far as they get for now. */
  readonly listsRead: () => Promise<void>;
  readonly lists: () => ListProgress;
  readonly over: AbortSignal;
  /** Called when it lets a question wait. */
  readonly silent: () => void;
  /** Resolves when it may be asked more than its first question: false where nothing is to be asked any more. */
  readonly turn: () => Promise<boolean>;
  readonly nameless: Nameless;
};
