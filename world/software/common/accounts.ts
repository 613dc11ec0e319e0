import { hash, share } from "../../make/hash.ts";
import type { Account, Server, WorldState } from "../../model.ts";
import { hides } from "../matching.ts";

const names = new WeakMap<Server, Map<string, Account>>();

/** An account by its name at home. */
export function local(server: Server, user: string): Account | undefined {
  const known = names.get(server);
  if (known?.size === server.accounts.length) return known.get(user.toLowerCase());
  names.set(server, new Map(server.accounts.map((account) => [account.user.toLowerCase(), account])));
  return names.get(server)?.get(user.toLowerCase());
}

/** By `user`, `@user`, `user@host`, as somebody on this server would find it without asking the network. */
export function find(world: WorldState, viewer: Server, acct: string): Account | undefined {
  const [user = "", host] = acct.replace(/^@/, "").split("@");
  const home = homeOf(world, viewer, host?.toLowerCase());
  const account = home && local(home, user);
  return account && sees(world, viewer, account) ? account : undefined;
}

/** By a handle, whoever knows it. */
export function homeOfHandle(world: WorldState, handle: string): Account | undefined {
  const [user = "", host = ""] = handle.split("@");
  const home = world.servers.get(host);
  return home && local(home, user);
}

/** By the domain in handles: elsewhere nobody is known by the host that answers for it. */
function homeOf(world: WorldState, viewer: Server, host: string | undefined): Server | undefined {
  if (host === undefined || host === viewer.host || host === viewer.web) return viewer;
  const server = world.servers.get(host);
  return server?.host === host ? server : undefined;
}

/** Known here and not cut off. */
export const sees = (world: WorldState, viewer: Server, account: Account): boolean =>
  account.server === viewer || (!hides(viewer, account.server) && knows(world, viewer, account));

/** Has a row in this server's database. */
export function knows(world: WorldState, viewer: Server, account: Account): boolean {
  if (account.server === viewer) return true;
  if (account === world.old) return viewer.ofOld.known;
  if (account === world.target) return viewer.ofNew.known;
  if (viewer === world.old.server && account.oldFollow > 0) return true;
  if (viewer === world.target.server && (account.atNew !== "no" || metByChance(world, account))) return true;
  if (viewer === world.target.server && isFollowedBack(world, account)) return true;
  return isNewHomeOfSomebody(viewer, account);
}

const isFollowedBack = ({ target }: WorldState, { user, server }: Account) =>
  target.about?.follows?.includes(`${user}@${server.host}`) === true;

/** A busy server has met about half of everybody's accounts in other ways. */
const metByChance = (world: WorldState, { user, server }: Account) =>
  world.newIsBusy && share(`${world.seed} met ${user}@${server.host}`) < 0.5;

const isNewHomeOfSomebody = (viewer: Server, { user, server }: Account) =>
  viewer.accounts.some((own) => own.about?.movedTo === `${user}@${server.host}`);

/** Database ids: every server numbers accounts in its own way, and nobody may take one for another's. */
export const idOn = (viewer: Server, account: Account): string =>
  `109${pad(hash(viewer.host) % 1_000_000, 6)}${pad(account.index, 9)}`;

export function byId(world: WorldState, viewer: Server, id: string): Account | undefined {
  const account = world.people[Number(id.slice(-9))];
  return account && idOn(viewer, account) === id && knows(world, viewer, account) ? account : undefined;
}

/** The same number as Misskey writes it: letters and digits that say nothing about the name. */
export const shortIdOn = (viewer: Server, account: Account): string => BigInt(idOn(viewer, account)).toString(36);

export function byShortId(world: WorldState, viewer: Server, id: string): Account | undefined {
  if (!/^[0-9a-z]{8,14}$/.test(id)) return undefined;
  const number = [...id].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  return byId(world, viewer, String(number));
}

const pad = (value: number, width: number) => String(value).padStart(width, "0");
