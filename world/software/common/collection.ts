import type { Account } from "../../model.ts";
import { followersOf } from "./lists.ts";
import { activity, error, type Reply } from "./reply.ts";
import type { Scene } from "./routes.ts";
import { uriOf } from "./uris.ts";

/** Followers as an ActivityPub collection: numbered pages of actor URIs, youngest first. */
export function collection(scene: Scene, account: Account, size: number, hidden = account.about?.hidesLists): Reply {
  const id = `${uriOf(account)}/followers`;
  const rows = followersOf(scene.world, scene.server, account);
  const page = Number(scene.asked.query.get("page"));
  const root = { id, type: "OrderedCollection", totalItems: rows.length };
  if (!scene.asked.query.has("page")) return activity(hidden ? root : { ...root, first: `${id}?page=1` });
  if (hidden || !(page >= 1)) return error(403, "This action is not allowed");
  const items = rows.slice((page - 1) * size, page * size).map(({ who }) => uriOf(who));
  return activity({
    id: `${id}?page=${page}`,
    type: "OrderedCollectionPage",
    totalItems: rows.length,
    partOf: id,
    orderedItems: items,
    ...(page * size < rows.length ? { next: `${id}?page=${page + 1}` } : {}),
    ...(page > 1 ? { prev: `${id}?page=${page - 1}` } : {}),
  });
}
