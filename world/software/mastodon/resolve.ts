import { FAULTS, isDown } from "../../faults/names.ts";
import { share } from "../../make/hash.ts";
import type { Account, Server, WorldState } from "../../model.ts";
import { find, idOn, knows, local } from "../common/accounts.ts";
import { error, json, type Reply } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { siteOf, uriOf } from "../common/uris.ts";
import { keepsFrom, limits, shutsOut, shutsOutNames } from "../matching.ts";
import { accountJson } from "./account.ts";

const PRIVATE = { "cache-control": "private, no-store", vary: "Authorization, Origin" };
const NOT_FETCHED = error(503, "Remote data could not be fetched");

/** With `resolve`, somebody who is not known here is fetched, unless the name's server is shut out: then nothing is asked. */
export function search(scene: Scene): Reply {
  const { world, server, asked } = scene;
  const query = (asked.query.get("q") ?? "").replace(/^@/, "").toLowerCase();
  const [user = "", host] = query.split("@");
  if (!/^[^@\s]+@[^@\s]+$/.test(query) || host === undefined) return json([], PRIVATE);
  if (asked.query.get("resolve") !== "true") return json(asJson(scene, find(world, server, query)), PRIVATE);
  if (host === server.host) return json(asJson(scene, local(server, user)), PRIVATE);
  if (shutsOutNames(server, [host])) return json([], PRIVATE);
  const home = [...world.servers.values()].find((one) => one.host === host);
  if (!home) return NOT_FETCHED;
  return answerOf(scene, home, user);
}

/**
 * By the address of an actor, which is fetched every time: also from a server that is shut out, though nothing is shown of
 * it then.
 */
export function searchAll(scene: Scene): Reply {
  const { world, asked } = scene;
  const accounts = (found: readonly unknown[]) => json({ accounts: found, statuses: [], hashtags: [] }, PRIVATE);
  const query = asked.query.get("q") ?? "";
  if (asked.query.get("resolve") !== "true" || !query.startsWith("https://")) return accounts([]);
  const account = world.people.find((one) => uriOf(one) === query);
  const home = account?.server;
  if (!account || !home || home === scene.server) return accounts(asJson(scene, account));
  const isOut = shutsOut(scene.server, home) || isDown(home.fault) || !isGiven(home, scene.server, account);
  return accounts(isOut ? [] : asJson(scene, account));
}

/** `itself`: the account of the server as a whole. */
type Wanted = Account | "itself";

function answerOf(scene: Scene, home: Server, user: string): Reply {
  const { server } = scene;
  const wanted: Wanted | undefined =
    user === home.host || user === "mastodon.internal" ? itselfOn(home) : local(home, user);
  const cutOff = shutsOut(server, home);
  if (wanted && !cutOff && isKept(scene, home, wanted)) return found(scene, home, wanted);
  if (isDown(home.fault)) return home.fault && FAULTS[home.fault].instead ? json([], PRIVATE) : NOT_FETCHED;
  // The row that names the address of its actors alone shows when they are fetched.
  return wanted && !cutOff && isGiven(home, server, wanted) ? found(scene, home, wanted) : json([], PRIVATE);
}

const itselfOn = ({ software }: Server): Wanted | undefined => (software === "mastodon" ? "itself" : undefined);

/** A server that answers signed questions alone refuses those whom it shuts out; the account of the server is open to all. */
function isGiven(home: Server, asker: Server, wanted: Wanted): boolean {
  if (wanted === "itself") return true;
  return wanted.fate !== "deleted" && !keepsFrom(home, asker);
}

/** Looked up within the last day: then nobody is asked. */
const isKept = ({ world, server }: Scene, home: Server, wanted: Wanted): boolean =>
  isFresh(world, home) && (wanted === "itself" || knows(world, server, wanted));

const isFresh = ({ seed }: WorldState, { host }: Server): boolean => share(`${seed} resolved ${host}`) < 0.3;

function found(scene: Scene, home: Server, account: Wanted): Reply {
  if (account !== "itself") return json(asJson(scene, account), PRIVATE);
  const limited = limits(scene.server, home) ? { limited: true } : {};
  return json([{ ...instanceActor(scene, home), ...limited }], PRIVATE);
}

const asJson = ({ world, server }: Scene, account: Account | undefined) =>
  account ? [accountJson(world, server, account)] : [];

const instanceActor = ({ server }: Scene, home: Server) => ({
  id: idOn(server, { ...NOBODY, server: home }),
  username: "mastodon.internal",
  acct: `mastodon.internal@${home.host}`,
  display_name: "",
  locked: true,
  bot: true,
  url: `${siteOf(home)}/about/more?instance_actor=true`,
  uri: `${siteOf(home)}/actor`,
  followers_count: 0,
  hide_collections: true,
  fields: [],
});

const NOBODY = { user: "mastodon.internal", index: 999_999_999 } as Account;
