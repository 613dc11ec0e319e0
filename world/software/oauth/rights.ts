import { error, json, type Reply } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { covers, tokenIn } from "./desk.ts";
import { habitsOf } from "./habits.ts";

/** Which right opens which path. A token without it is refused even where somebody without any token is served. */
const NEEDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/api\/v1\/accounts\/verify_credentials$/, ["profile", "read:accounts"]],
  [/^\/oauth\/userinfo$/, ["profile"]],
  [/^\/api\/v1\/follow_requests\/[^/]+\/authorize$/, ["write:follows", "follow"]],
  [/^\/api\/v1\/(follow_requests|accounts\/relationships)/, ["read:follows"]],
  [/^\/api\/v1\/(domain_blocks|blocks)/, ["read:blocks"]],
  [/^\/api\/v1\/notifications/, ["read:notifications"]],
  [/^\/api\/v1\/accounts/, ["read:accounts"]],
  [/^\/api\/v2\/search$/, ["read:search"]],
];
/** What an account that moved away may not ask any more, whatever its token says. */
const FOR_THOSE_WHO_STAY =
  /^\/(oauth\/userinfo|api\/v1\/(accounts\/(verify_credentials|search|relationships)|follow_requests|blocks|domain_blocks|notifications))/;

/** A request with a token is judged by it alone. */
export function refusedToken(scene: Scene): Reply | undefined {
  const { world, server, asked } = scene;
  const token = tokenIn(world, server, asked);
  if (token === undefined) return undefined;
  if (token === "unknown") return unauthorized("The access token is invalid");
  if (token.revoked) return unauthorized("The access token was revoked");
  const wanted = NEEDS.find(([path]) => path.test(asked.path))?.[1];
  if (wanted && !wanted.some((right) => covers(token.scopes, right) || token.scopes.includes("admin")))
    return error(403, "This action is outside the authorized scopes");
  const moved = token.account === world.old && world.pointsToNew && !habitsOf(server).movedMayEnter;
  return moved && FOR_THOSE_WHO_STAY.test(asked.path) ? error(403, "Your login is currently disabled") : undefined;
}

const unauthorized = (why: string): Reply =>
  json({ error: why }, { "www-authenticate": `Bearer realm="Doorkeeper", error="invalid_token"` }, 401);
