import type { Account, Server, WorldState } from "../../model.ts";
import { byId, find, homeOfHandle } from "../common/accounts.ts";
import { followersOf, olderThan, type Row } from "../common/lists.ts";
import { error, json, type Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { siteOf } from "../common/uris.ts";
import { askerOf } from "../oauth/desk.ts";
import { accountJson, isSuspended } from "./account.ts";
import { forgetsTheDeleted } from "./lines.ts";
import { underStaleName } from "./stale-names.ts";

const MOST = 80;
const USUAL = 40;

export const accounts: Routes = {
  "GET /api/v1/accounts": several,
  "GET /api/v1/accounts/lookup": ({ world, server, asked }) => {
    const account = look(world, server, asked.query.get("acct") ?? "");
    const isThere = account && !(account.fate === "deleted" && forgetsTheDeleted(server));
    return isThere ? json(accountJson(world, server, account), PRIVATE) : NOT_FOUND;
  },
  "GET /api/v1/accounts/:id": ({ world, server }, id = "") => {
    const account = byId(world, server, id);
    const isThere = account && !(account.fate === "deleted" && account.server === server);
    return isThere ? json(accountJson(world, server, account), PRIVATE) : NOT_FOUND;
  },
  "GET /api/v1/accounts/:id/followers": followers,
  "GET /api/v1/accounts/:id/following": following,
};

const PRIVATE = {
  "cache-control": "max-age=15, public, stale-while-revalidate=30, stale-if-error=86400",
  vary: "Authorization, Origin",
};

const NOT_FOUND = error(404, "Record not found");

/** By name. The host that answers for a domain is no name of its people, not even there. */
function look(world: WorldState, server: Server, acct: string): Account | undefined {
  const [, host] = acct.replace(/^@/, "").toLowerCase().split("@");
  if (host === server.web && host !== server.host) return undefined;
  return find(world, server, acct) ?? underStaleName(world, server, acct);
}

/** Forty accounts in one answer, by their numbers here; numbers of nobody are left out. */
function several({ world, server, asked }: Scene): Reply {
  const ids = [...new Set(asked.query.getAll("id[]"))].slice(0, USUAL);
  const found = ids.flatMap((id) => byId(world, server, id) ?? []);
  const shown = found.filter(({ fate }) => fate !== "deleted" || !forgetsTheDeleted(server));
  return json(
    shown.map((who) => accountJson(world, server, who)),
    PRIVATE,
  );
}

/** At home only: whom somebody of a server follows that server knows. */
function following(scene: Scene, id = ""): Reply {
  const { world, server, asked } = scene;
  const account = byId(world, server, id);
  if (!account) return error(404, "Record not found");
  const own = askerOf(world, server, asked) === account;
  const isShown = account.server === server && (own || !account.about?.hidesLists);
  const accts = isShown ? (account.about?.follows ?? []) : [];
  const found = accts.flatMap((acct) => homeOfHandle(world, acct) ?? []);
  return pageOf(
    scene,
    found.map((who, at) => ({ who, follow: found.length - at })),
  );
}

function followers(scene: Scene, id = ""): Reply {
  const { world, server, asked } = scene;
  const account = byId(world, server, id);
  if (!account) return error(404, "Record not found");
  const own = askerOf(world, server, asked) === account;
  const hidden = (account.about?.hidesLists && !own) || isSuspended(world, server, account);
  return pageOf(scene, hidden ? [] : followersOf(world, server, account));
}

function pageOf(scene: Scene, shown: readonly Row[]): Reply {
  const { world, server, asked } = scene;
  const limit = Math.min(Number(asked.query.get("limit")) || USUAL, MOST);
  const page = between(shown, asked.query).slice(0, limit);
  const body = page.map(({ who }) => accountJson(world, server, who));
  return json(body, page.length > 0 ? { ...PRIVATE, link: links(scene, page, limit) } : PRIVATE);
}

function between(rows: readonly Row[], query: URLSearchParams): readonly Row[] {
  const since = Number(query.get("since_id") ?? Number.NaN);
  const older = olderThan(rows, query.has("max_id") ? Number(query.get("max_id")) : undefined);
  return Number.isNaN(since) ? older : older.filter(({ follow }) => follow > since);
}

/** The only way to the next page: its number is one of a follow and stands nowhere else. */
function links({ server, asked }: Scene, page: readonly Row[], limit: number): string {
  const site = `${siteOf(server)}${asked.path}?limit=${limit}`;
  const [first, last] = [page[0]?.follow, page.at(-1)?.follow];
  const next = page.length === limit ? [`<${site}&max_id=${last}>; rel="next"`] : [];
  return [...next, `<${site}&since_id=${first}>; rel="prev"`].join(", ");
}
