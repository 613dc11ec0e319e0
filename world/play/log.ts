import { defined } from "#lib/flow/defined.ts";
import type { Account, Server } from "../model.ts";

/** What happened to the notice at a server, or to one person's follow there. The truth is read from this. */
export type Happening =
  | "unsent"
  | "sent"
  | "undelivered"
  | "refused"
  | "dropped"
  | "ignored"
  | "processed"
  | "followed"
  | "waiting"
  | "turned-away"
  | "never-left"
  | "stayed"
  | "undone"
  | "bridged"
  | "severed";

export type Why =
  | "given-up"
  | "server-down"
  | "blocks-old"
  | "old-account-suspended"
  | "software"
  | "notifies-only"
  | "no-moved-to"
  | "blocks-new"
  | "new-account-suspended"
  | "new-not-fetched"
  | "never-met"
  | "alias"
  | "breaks"
  | "own-not-found"
  | "new-refuses"
  | "new-blocks"
  | "new-moved"
  | "new-gone"
  | "locked"
  | "limited"
  | "unavailable"
  | "stopped"
  | "own-choice"
  | "owner-blocks"
  | "gone-themselves"
  | "already";

export type Event = {
  readonly what: Happening;
  readonly why?: Why;
  readonly host: string;
  readonly who?: string;
};

export type Log = {
  readonly events: Event[];
  readonly byServer: Map<Server, Event>;
  readonly byPerson: Map<Account, Event>;
  /** How many follows of OLD the move has ended so far. */
  undone: number;
};

export const openLog = (): Log => ({ events: [], byServer: new Map(), byPerson: new Map(), undone: 0 });

/** Of a server the last event holds. */
export function noteServer(log: Log, server: Server, what: Happening, why?: Why): void {
  const event: Event = { what, host: server.host, ...defined({ why }) };
  log.events.push(event);
  log.byServer.set(server, event);
}

/** Of a person the last event holds. */
export function notePerson(log: Log, who: Account, what: Happening, why?: Why): void {
  const event: Event = { what, host: who.server.host, who: who.user, ...defined({ why }) };
  log.events.push(event);
  log.byPerson.set(who, event);
}
