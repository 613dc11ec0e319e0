import type { Server } from "./model.ts";
import { type Asked, error, type Reply } from "./software/shared/reply.ts";

type Kind = "api" | "paged";
type Window = { start: number; used: number };

const MINUTES = 60_000;
const LENGTH: Readonly<Record<Kind, number>> = { api: 5 * MINUTES, paged: 15 * MINUTES };

/** Counts requests in windows that stand still on the clock: all end at the same minute, whoever asks. */
export function openLimits() {
  const windows = new Map<string, Window>();

  const count = (server: Server, kind: Kind, now: number) => {
    const start = now - (now % LENGTH[kind]);
    const key = `${kind} ${server.host}`;
    const known = windows.get(key);
    const window = known?.start === start ? known : { start, used: 0 };
    window.used += 1;
    windows.set(key, window);
    return { left: server.settings.window - window.used, resetAt: start + LENGTH[kind] };
  };

  return (server: Server, asked: Asked): Verdict => {
    if (server.settings.limits === "off") return FREE;
    const counts = kindsOf(asked).map((kind) => count(server, kind, asked.now));
    const tightest = counts.sort((one, other) => one.left - other.left)[0];
    if (!tightest) return FREE;
    const headers = HEADERS[server.settings.limits](server, tightest, asked.now);
    return { headers, refusal: tightest.left < 0 ? error(429, "Too many requests") : undefined };
  };
}

type Verdict = { readonly headers: Readonly<Record<string, string>>; readonly refusal: Reply | undefined };
const FREE: Verdict = { headers: {}, refusal: undefined };

/** Mastodon counts paging again, for any path, by the names of the parameters. */
function kindsOf({ path, query }: Asked): readonly Kind[] {
  const paged = ["page", "max_id", "min_id", "since_id"].some((name) => query.has(name));
  return [...(path.startsWith("/api") ? ["api" as const] : []), ...(paged ? ["paged" as const] : [])];
}

type State = { readonly left: number; readonly resetAt: number };
type Style = (server: Server, state: State, now: number) => Readonly<Record<string, string>>;

const counted = (server: Server, { left }: State, reset: string) => ({
  "x-ratelimit-limit": String(server.settings.window),
  "x-ratelimit-remaining": String(Math.max(0, left)),
  "x-ratelimit-reset": reset,
});

/** Six digits after the seconds, as Ruby writes them. */
const isoOf = (at: number) => new Date(at).toISOString().replace("Z", "000Z");

const HEADERS: Readonly<Record<Exclude<Server["settings"]["limits"], "off">, Style>> = {
  iso: (server, state) => counted(server, state, isoOf(state.resetAt)),
  unix: (server, state) => counted(server, state, String(Math.ceil(state.resetAt / 1000))),
  "retry-after": (_, { left, resetAt }, now) =>
    left < 0 ? { "retry-after": String(Math.ceil((resetAt - now) / 1000)) } : {},
  silent: () => ({}),
};
