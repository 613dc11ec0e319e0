import type { Reply } from "./reply.ts";
import type { Router } from "./routes.ts";

/** How a kind of software names the types of its answers; left out, as Mastodon does. */
export type Types = {
  readonly json?: string;
  readonly jrd?: string;
  readonly activity?: string;
};

const USUAL: Readonly<Record<string, keyof Types>> = {
  "application/json; charset=utf-8": "json",
  "application/jrd+json; charset=utf-8": "jrd",
  "application/activity+json; charset=utf-8": "activity",
};

export const dressed =
  (types: Types, router: Router): Router =>
  (scene) => {
    const reply = router(scene);
    return reply && withType(reply, types);
  };

function withType(reply: Reply, types: Types): Reply {
  const kind = USUAL[reply.headers["content-type"] ?? ""];
  const type = kind && types[kind];
  return type ? { ...reply, headers: { ...reply.headers, "content-type": type } } : reply;
}

export const BARE: Types = {
  json: "application/json",
  jrd: "application/jrd+json",
  activity: "application/activity+json",
};
