import type { Account, Server, WorldState } from "../../model.ts";
import { idOn, sees } from "../common/accounts.ts";
import { isFrom } from "./lines.ts";

/**
 * What a server calls somebody. Who was given another name at home keeps the old one where the news did not arrive: one
 * address of an actor, two handles. Since 4.7 a name known to be out of date is shown as `<id>@handle.invalid`.
 */
export function nameOn(viewer: Server, account: Account): { readonly username: string; readonly acct: string } {
  const { user, server, about } = account;
  if (server === viewer) return { username: user, acct: user };
  const stale = about?.knownAs?.[viewer.host];
  if (stale === undefined) return { username: user, acct: `${user}@${server.host}` };
  if (isFrom(viewer, 4, 7)) return { username: idOn(viewer, account), acct: `${idOn(viewer, account)}@handle.invalid` };
  return { username: stale, acct: `${stale}@${server.host}` };
}

/** Somebody by the name this server still calls him. */
export function underStaleName(world: WorldState, viewer: Server, acct: string): Account | undefined {
  const [user, host = ""] = acct.replace(/^@/, "").toLowerCase().split("@");
  const home = world.servers.get(host);
  const found = home?.accounts.find(({ about }) => about?.knownAs?.[viewer.host]?.toLowerCase() === user);
  return found && sees(world, viewer, found) ? found : undefined;
}
