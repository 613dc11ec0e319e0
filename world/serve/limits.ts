import type { Server } from "../model.ts";
import { type Asked, error, type Reply } from "../software/common/reply.ts";
import type { SoftwareName } from "../software/names.ts";

/** What is counted together, for how long, from when. */
type LimitRule = {
  readonly name: string;
  readonly length: number;
  /** Fixed windows end at the same minute for everybody; the others begin with the first request. */
  readonly fixed: boolean;
  readonly counts: (asked: Asked) => boolean;
  /** Where it does not follow the server's own setting. */
  readonly most?: number;
};

const SECONDS = 1000;
const MINUTES = 60 * SECONDS;
const PAGING = ["page", "max_id", "min_id", "since_id"];

/** Mastodon counts paging a second time, for any path, by the names of the parameters. */
const MASTODON: readonly LimitRule[] = [
  { name: "api", length: 5 * MINUTES, fixed: true, counts: ({ path }) => path.startsWith("/api") },
  { name: "paged", length: 15 * MINUTES, fixed: true, counts: ({ query }) => PAGING.some((name) => query.has(name)) },
  {
    name: "apps",
    length: 10 * MINUTES,
    fixed: true,
    counts: ({ method, path }) => method === "POST" && path === "/api/v1/apps",
    most: 5,
  },
];
const KINDS: Readonly<Partial<Record<SoftwareName, readonly LimitRule[]>>> = {
  gotosocial: [{ name: "all", length: 5 * MINUTES, fixed: false, counts: () => true }],
  sharkey: [
    {
      name: "federation",
      length: 5 * SECONDS,
      fixed: false,
      counts: ({ path }) => path.startsWith("/api/federation/"),
      most: 10,
    },
  ],
};

type Window = { readonly start: number; used: number };
type State = { readonly left: number; readonly most: number; readonly resetAt: number };
type Verdict = { readonly headers: Readonly<Record<string, string>>; readonly refusal: Reply | undefined };
const FREE: Verdict = { headers: {}, refusal: undefined };

/** Counts the requests of one world. Strangers count as one, for they come from the same address; tokens by themselves. */
export function openLimits() {
  const windows = new Map<string, Window>();

  const count = (server: Server, kind: LimitRule, asked: Asked): State => {
    const { now } = asked;
    const key = `${kind.name} ${server.host} ${asked.headers.authorization ?? ""}`;
    const window = current(windows.get(key), kind, now);
    window.used += 1;
    windows.set(key, window);
    const most = kind.most ?? server.settings.window;
    return { left: most - window.used, most, resetAt: window.start + kind.length };
  };

  return (server: Server, asked: Asked): Verdict => {
    const { limits } = server.settings;
    if (limits === "off") return FREE;
    const counted = (KINDS[server.software] ?? MASTODON).filter((kind) => kind.counts(asked));
    const states = counted.map((kind) => count(server, kind, asked));
    const tightest = states.sort((one, other) => one.left - other.left)[0];
    if (!tightest) return FREE;
    const refusal = tightest.left < 0 ? TOO_MANY : undefined;
    // Mastodon counts pages of documents in silence, and speaks of it only when it refuses one.
    const silent = server.software === "mastodon" && !refusal && !asked.path.startsWith("/api");
    return { headers: silent ? {} : HEADERS[limits](server, tightest, asked.now), refusal };
  };
}

const TOO_MANY: Reply = {
  ...error(429, "Too many requests"),
  headers: { "content-type": "application/json", "cache-control": "no-cache" },
};

function current(known: Window | undefined, { length, fixed }: LimitRule, now: number): Window {
  const start = fixed ? now - (now % length) : known && now < known.start + length ? known.start : now;
  return known?.start === start ? known : { start, used: 0 };
}

type Style = (server: Server, state: State, now: number) => Readonly<Record<string, string>>;

const counted = ({ left, most }: State, reset: string) => ({
  "x-ratelimit-limit": String(most),
  "x-ratelimit-remaining": String(Math.max(0, left)),
  "x-ratelimit-reset": reset,
});

/** Ruby writes six digits after the seconds, Go three. */
const isoOf = ({ software }: Server, at: number) =>
  new Date(at).toISOString().replace("Z", software === "gotosocial" ? "Z" : "000Z");

const HEADERS: Readonly<Record<Exclude<Server["settings"]["limits"], "off">, Style>> = {
  iso: (server, state) => counted(state, isoOf(server, state.resetAt)),
  unix: (_, state) => counted(state, String(Math.ceil(state.resetAt / SECONDS))),
  "retry-after": (_, { left, resetAt }, now): Readonly<Record<string, string>> =>
    left < 0 ? { "retry-after": String(Math.ceil((resetAt - now) / SECONDS)) } : {},
  silent: () => ({}),
};
