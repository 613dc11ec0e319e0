import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Agent, request } from "node:https";

/** What a program without any care for the servers it asks makes of an answer; nothing where none came. */
export type Heard = {
  readonly status: number;
  /** In small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly json: unknown;
};
export type Get = (url: string) => Promise<Heard | undefined>;
type Ways = Readonly<Record<"FEDIVERSE_ROUTES" | "FEDIVERSE_CA", string>>;
type Raw = Pick<Heard, "status" | "headers"> & { readonly text: string };

/** As long as `curl --max-time 10` waits, and as many bytes as nobody's list has. */
const PATIENCE_MS = 10_000;
const MOST_BYTES = 20 * 2 ** 20;
const MOST_REDIRECTS = 5;

/** Plain HTTPS into the simulated network: the same names, the same port and the same certificate as the app is given. */
export function openStreet({ FEDIVERSE_ROUTES, FEDIVERSE_CA }: Ways): Get {
  const ca = readFileSync(FEDIVERSE_CA);
  const agent = new Agent({ keepAlive: true, ca });
  const placeOf = routesIn(FEDIVERSE_ROUTES);

  const once = (url: URL): Promise<Raw> =>
    new Promise((resolve, reject) => {
      const place = placeOf(url.hostname);
      if (!place) return reject(new Error(`nobody knows ${url.hostname}`));
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const wish = { ...place, agent, signal, servername: url.hostname, path: url.pathname + url.search };
      request({ ...wish, headers: { host: url.hostname, accept: "application/json" } }, (answer) => {
        read(answer).then(resolve, reject);
      })
        .on("error", reject)
        .end();
    });

  const follow = async (url: URL, left = MOST_REDIRECTS): Promise<Heard> => {
    const { status, headers, text } = await once(url);
    const { location } = headers;
    if (status >= 300 && status < 400 && typeof location === "string" && left > 0)
      return follow(new URL(location, url), left - 1);
    return { status, headers, json: parsed(text) };
  };

  return (url) => follow(new URL(url)).catch(() => undefined);
}

type Place = { readonly host: string; readonly port: number };

/** `*.test=127.0.0.1:4430,dead.test=127.0.0.1:1`: a whole name goes before a star, and no other name exists. */
export function routesIn(routes: string): (host: string) => Place | undefined {
  const table = new Map(routes.split(",").map((route) => route.split("=") as [string, string]));
  return (host) => {
    const place = table.get(host) ?? table.get(`*.${host.slice(host.lastIndexOf(".") + 1)}`);
    const [address, port] = place?.split(":") ?? [];
    return address && port ? { host: address, port: Number(port) } : undefined;
  };
}

async function read(answer: IncomingMessage): Promise<Raw> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error("that is no list");
    parts.push(part);
  }
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
