import type { Account, Server, WorldState } from "../model.ts";
import { type Log, notePerson } from "./log.ts";

/**
 * What somebody blocks on his own account: a whole server, where the software has that, or one person. His server refuses
 * every follow from there.
 */
export const blocksServer = ({ server, about }: Account, who: Account): boolean =>
  (about?.blocks ?? []).some((name) => covers(server, name, who.server)) && !spares(server, about?.follows, who);

/** Mastodon compares the domain of handles, the others the host of actors. Pleroma lets a star stand for all below as well. */
function covers({ software }: Server, name: string, { host, web }: Server): boolean {
  if (software === "mastodon") return name === host;
  if (software === "akkoma" || software === "pixelfed") return name === web;
  if (software !== "pleroma") return false;
  const above = name.replace(/^\*\./, "");
  return name === web || (above !== name && (web === above || web.endsWith(`.${above}`)));
}

const isPleromas = ({ software }: Server): boolean => software === "akkoma" || software === "pleroma";
/** There a block of a server leaves out those whom one follows. */
const spares = (server: Server, follows: readonly string[] = [], who: Account): boolean =>
  isPleromas(server) && follows.includes(`${who.user}@${who.server.host}`);

export const blocksPerson = ({ about }: Account, { user, server }: Account): boolean =>
  about?.blocks?.includes(`${user}@${server.host}`) === true;

export const shutsOutByHand = (owner: Account, who: Account): boolean =>
  blocksServer(owner, who) || blocksPerson(owner, who);

/** Whether the server of a blocked person is told of it. */
export const tellsOfBlocks = ({ server }: Account): boolean => server.software !== "pixelfed";

/** A block takes away who follows already, requests among them, and their servers are told; Pleroma's of a server does not. */
export function blockByHand(world: WorldState, log: Log, name: string): void {
  const { target } = world;
  target.about = { ...target.about, blocks: [...(target.about?.blocks ?? []), name] };
  for (const who of world.people) {
    const isGone = isPleromas(target.server) ? blocksPerson(target, who) : shutsOutByHand(target, who);
    if (who.atNew === "no" || !isGone) continue;
    who.atNew = "no";
    who.saysNew = "no";
    notePerson(log, who, "severed", "owner-blocks");
  }
}

/** Who was taken away stays away: it takes a new follow. */
export function unblockByHand({ target }: WorldState, name: string): void {
  target.about = { ...target.about, blocks: (target.about?.blocks ?? []).filter((one) => one !== name) };
}
