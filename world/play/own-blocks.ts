import type { Account, WorldState } from "../model.ts";
import { type Log, notePerson } from "./log.ts";

/**
 * What somebody blocks on his own account, as Mastodon keeps it: a whole server by the very name in its handles, or one
 * person. His server refuses every follow from there.
 */
export const blocksServer = ({ about }: Account, { server }: Account): boolean =>
  about?.blocks?.includes(server.host) === true;
export const blocksPerson = ({ about }: Account, { user, server }: Account): boolean =>
  about?.blocks?.includes(`${user}@${server.host}`) === true;

export const shutsOutByHand = (owner: Account, who: Account): boolean =>
  blocksServer(owner, who) || blocksPerson(owner, who);

/** A block takes away who follows already, requests among them, and their servers are told. */
export function blockByHand(world: WorldState, log: Log, name: string): void {
  const { target } = world;
  target.about = { ...target.about, blocks: [...(target.about?.blocks ?? []), name] };
  for (const who of world.people) {
    if (who.atNew === "no" || !shutsOutByHand(target, who)) continue;
    who.atNew = "no";
    who.saysNew = "no";
    notePerson(log, who, "severed", "owner-blocks");
  }
}

/** Who was taken away stays away: it takes a new follow. */
export function unblockByHand({ target }: WorldState, name: string): void {
  target.about = { ...target.about, blocks: (target.about?.blocks ?? []).filter((one) => one !== name) };
}
