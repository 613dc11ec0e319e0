import { hash } from "../make/hash.ts";
import { type Asked, error, type Reply } from "../software/common/reply.ts";
import type { Fault, Surroundings } from "./fault.ts";

/** Lists that cannot be read to their end, or not as they claim. */
export const paging = {
  "page-loop": { change: (reply, asked, { web }) => pointing(reply, asked, `https://${web}`) },
  /** The first page comes, and then an error for good. */
  "no-second-page": { instead: ({ query }) => (query.has("max_id") ? error(500, "Internal Server Error") : undefined) },
  "next-elsewhere": { change: (reply, asked) => pointing(reply, asked, "https://elsewhere.test") },
  "next-on-http": { change: (reply, asked, { web }) => pointing(reply, asked, `http://${web}`) },
  "next-to-loopback": {
    change: (reply, asked, _, surroundings: Surroundings) =>
      pointing(reply, asked, `https://127.0.0.1:${surroundings.canaryPort}`),
  },
  "no-link": { change: (reply) => withLink(reply, undefined) },
  "relative-link": { change: (reply) => withLink(reply, reply.headers.link?.replace(/<https:\/\/[^/]+/g, "<")) },
  "capital-link": { change: (reply) => withLink(reply, reply.headers.link?.replace(/rel="(\w+)"/g, "REL=$1")) },
  /** Every page begins with people of the page before: others came while somebody was reading. */
  "repeated-rows": { mishear: (asked) => (isList(asked) ? { ...asked, query: withEarlier(asked.query) } : asked) },
  "shuffled-rows": {
    change: onRows((rows) => [...rows].sort((one, other) => hash(JSON.stringify(one)) - hash(JSON.stringify(other)))),
  },
  "empty-pages": { change: onRows(() => []) },
  "wrong-counts": {
    change: (reply) => ({ ...reply, body: reply.body.replace(/"followers_count":\d+/g, '"followers_count":987654') }),
  },
  "capital-letters": {
    change: (reply) => ({
      ...reply,
      body: reply.body.replace(/"acct":"([^"]+)"/g, (_, acct) => `"acct":"${String(acct).toUpperCase()}"`),
    }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const isList = (asked: Asked) => /\/followers$/.test(asked.path);

/** Numbers of follows lie three apart. */
function withEarlier(query: URLSearchParams): URLSearchParams {
  const moved = new URLSearchParams(query);
  const cursor = query.get("max_id");
  if (cursor !== null) moved.set("max_id", String(Number(cursor) + 9));
  return moved;
}

/** A cursor above every number there is opens the first page again. */
function pointing(reply: Reply, asked: Asked, site: string): Reply {
  if (!isList(asked)) return reply;
  const cursor = asked.query.get("max_id") ?? "99999999999";
  return withLink(reply, `<${site}${asked.path}?limit=80&max_id=${cursor}>; rel="next"`);
}

function withLink(reply: Reply, link: string | undefined): Reply {
  const { link: _, ...others } = reply.headers;
  return { ...reply, headers: link === undefined ? others : { ...others, link } };
}

function onRows(change: (rows: readonly unknown[]) => readonly unknown[]): NonNullable<Fault["change"]> {
  return (reply, asked) => {
    if (!isList(asked) || !reply.body.startsWith("[")) return reply;
    return { ...reply, body: JSON.stringify(change(JSON.parse(reply.body) as unknown[])) };
  };
}
