import type { Recorded } from "#lib/net/recording/recorded.ts";
import type { replaying } from "#lib/net/recording/replay.ts";

type Replay = ReturnType<typeof replaying>;
type Fields = Readonly<Record<string, unknown>>;
type Person = { readonly row: Fields; readonly uri: URL; readonly user: string; readonly acct: string };

/**
 * A recording has the questions of the day it was made. What the same servers would have said of their own people is in
 * its lists: several accounts in one request (`accounts?id[]=`, `users/show {userIds}`), one by name, the name at an
 * address, and the address of a name. Only servers that were seen to answer such questions are taken to answer them.
 */
export function answeringAtHome(replay: Replay, recordings: readonly Recorded[]): Replay {
  const people = peopleIn(recordings);
  const isOpen = seenOpen(recordings);
  const known = new Set(recordings.map(({ request }) => request.url));
  return {
    unknown: replay.unknown,
    async exchange(request, limits) {
      const { url, body } = request;
      const asked = typeof body === "string" ? body : undefined;
      const answer = known.has(url.href) ? undefined : answerTo(url, asked, people, isOpen);
      if (answer === undefined) return replay.exchange(request, limits);
      const headers = { "content-type": "application/json" };
      return { status: 200, headers, bytes: Buffer.from(JSON.stringify(answer)) };
    },
  };
}

function answerTo(
  url: URL,
  body: string | undefined,
  people: readonly Person[],
  isOpen: (url: URL) => boolean,
): unknown {
  const { host, pathname, searchParams } = url;
  const own = people.filter(({ uri }) => uri.host === host);
  if (pathname === "/api/users/show") return misskeyUsers(body, own);
  if (pathname === "/.well-known/webfinger") return webfinger(searchParams.get("resource"), host, people);
  if (!isOpen(url)) return undefined;
  if (pathname === "/api/v1/accounts/lookup")
    return own.map(asOwn).find(({ acct }) => acct === searchParams.get("acct"));
  if (pathname === "/api/v1/accounts") {
    const numbers = searchParams.getAll("id[]");
    return own.map(asOwn).filter(({ id }) => numbers.includes(id));
  }
  const at = own.find(({ uri }) => uri.href === url.href);
  return at && { id: url.href, type: "Person", preferredUsername: at.user, inbox: `${url.href}/inbox` };
}

/** Under a number of its own; elsewhere the same person has another. */
const asOwn = ({ row, uri, user }: Person) => ({ ...row, id: uri.pathname.split("/").at(-1) ?? "", acct: user });

function misskeyUsers(body: string | undefined, own: readonly Person[]): unknown {
  const { userIds } = JSON.parse(body ?? "{}") as { readonly userIds?: readonly string[] };
  return userIds && own.map(({ row }) => row).filter(({ id }) => userIds.includes(String(id)));
}

function webfinger(resource: string | null, host: string, people: readonly Person[]): unknown {
  const found = people.find(
    ({ acct, uri }) => resource === `acct:${acct}` && [acct.split("@")[1], uri.host].includes(host),
  );
  const self = found && { rel: "self", type: "application/activity+json", href: found.uri.href };
  return found && { subject: resource, links: [self] };
}

/** Documents, or the client API, were given to a stranger there. */
function seenOpen(recordings: readonly Recorded[]): (url: URL) => boolean {
  const seen = new Set(
    recordings.filter(({ status }) => status === 200).map(({ request }) => doorOf(new URL(request.url))),
  );
  return (url) => seen.has(doorOf(url));
}
const doorOf = ({ host, pathname }: URL): string =>
  `${host} ${pathname.startsWith("/api/v1/accounts") ? "accounts" : /^\/(?:ap\/)?users\/[^/]+$/.test(pathname) ? "actors" : pathname}`;

function peopleIn(recordings: readonly Recorded[]): readonly Person[] {
  const rows = recordings.flatMap(({ request, body }) =>
    rowsIn(body).map((row) => ({ row, from: new URL(request.url).host })),
  );
  const people = new Map<string, Person>();
  for (const { row, from } of rows) {
    const uri = addressOf(row, from);
    if (!uri) continue;
    const user = String(row.username);
    const acct = String(row.acct ?? user);
    const isFull = acct.includes("@") || !people.has(uri.href);
    if (isFull) people.set(uri.href, { row, uri, user, acct: acct.includes("@") ? acct : `${user}@${uri.host}` });
  }
  return [...people.values()];
}

/** Misskey gives its own people's rows without an address: it ends with their key. */
const addressOf = ({ uri, host, id }: Fields, from: string): URL | null =>
  typeof uri === "string" ? URL.parse(uri) : host === null ? URL.parse(`https://${from}/users/${id}`) : null;

function rowsIn(value: unknown): readonly Fields[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(rowsIn);
  return "username" in value ? [value as Fields, ...inside] : inside;
}
