import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { makeAuthority } from "#world/serve/certs.ts";

/** As many servers as there are names, in a process of their own: each answers after a tenth of a second. */
export type Opened = { readonly routes: string; readonly caPem: string };

const LATENCY_MS = 100;
const PAGE = 80;
const [rows = 0, hosts = 0] = process.argv.slice(2).map(Number);
const authority = makeAuthority();
// Certificates are at hand before anybody comes, as they are at real servers.
for (let n = 0; n < hosts; n++) authority.contextFor(`far${n}.test`);

function answer({ headers: { host = "" }, url = "" }: IncomingMessage, response: ServerResponse): void {
  const json = (body: unknown, headers: Record<string, string> = {}) =>
    response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  if (url === "/.well-known/nodeinfo") {
    json({ links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `https://${host}/nodeinfo/2.0` }] });
  } else if (url === "/nodeinfo/2.0") {
    json({ version: "2.0", software: { name: "mastodon", version: "4.5.0" }, usage: { users: { total: 9 } } });
  } else if (url.includes("/followers")) {
    json(...pageOf(host, new URL(url, `https://${host}`)));
  } else response.writeHead(404).end();
}

/** Numbers fall from page to page; the list has no end that fits into memory. */
function pageOf(host: string, { pathname, searchParams }: URL): [unknown, Record<string, string>] {
  const from = Number(searchParams.get("max_id") ?? rows + 1) - 1;
  const last = Math.max(Number(searchParams.get("since_id") ?? 0), from - PAGE);
  const page = Array.from({ length: Math.max(0, from - last) }, (_, at) => follower(from - at));
  const next = `<https://${host}${pathname}?limit=${PAGE}&max_id=${last + 1}>; rel="next"`;
  const prev = `<https://${host}${pathname}?limit=${PAGE}&min_id=${from}>; rel="prev"`;
  if (page.length === 0) return [page, {}];
  return [page, { link: page.length === PAGE ? `${next}, ${prev}` : prev }];
}

const follower = (n: number) => ({
  ...{ id: `${n}`, username: `p${n}`, acct: `p${n}@far${n % 900}.test`, display_name: `Somebody ${n}`, bot: false },
  ...{ uri: `https://far${n % 900}.test/users/p${n}`, url: `https://far${n % 900}.test/@p${n}`, note: "x".repeat(200) },
  ...{ followers_count: n, following_count: 9, last_status_at: "2026-11-01", fields: [], emojis: [] },
});

const server = createServer(
  { SNICallback: (host, done) => done(null, authority.contextFor(host)) },
  (request, response) =>
    rows > 0 ? answer(request, response) : void setTimeout(() => answer(request, response), LATENCY_MS),
);
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ routes: `*.test=127.0.0.1:${port}`, caPem: authority.caPem } satisfies Opened);
});
