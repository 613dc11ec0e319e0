import type { Refusal } from "#lib/domain/ports/gate.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import type { RequestRefused } from "../one-request.ts";
import { makeRecent } from "../recent.ts";
import type { Admission, AskThroughRedirects, FinalAnswer, Purpose } from "../redirects.ts";
import { mayAsk, NO_RULES, parseRobots, type Robots, type RobotsMode, sendsUsAway } from "./robots.ts";

export type OptOut = (host: string) => boolean;
export type MannersParts = {
  readonly askThroughRedirects: AskThroughRedirects;
  readonly memory: Memory;
  readonly mode: RobotsMode;
  readonly optOut: OptOut;
  /** Drops what is held about a host that wants to be left alone. */
  readonly forget: (host: string) => Promise<void>;
  readonly now: () => Date;
  readonly headers: Readonly<Record<string, string>>;
};
export type Manners = {
  /** Asks a host's robots.txt first, once a day. */
  readonly admit: Admission;
};

/** What is remembered of a robots.txt. `unreadable`: the file's server answered, but with an error or nonsense. */
type Known = { readonly rules: Robots } | { readonly unreadable: true } | { readonly refused: RequestRefused };

const HOUR = 60 * 60_000;
const KEPT_MS = 24 * HOUR;
const UNREADABLE_KEPT_MS = HOUR / 6;
/** A list of a thousand pages shall not look up the same rules a thousand times. */
const RECENT_MS = HOUR / 60;
const CAP = { bytes: 64 * 1024, cut: true };
/** The host itself could not be asked: so cannot the question. */
const HOLDS_FOR_ALL: ReadonlySet<Refusal> = new Set([
  "dns",
  "resolver",
  "connect",
  "tls",
  "timeout",
  "paused",
  "over-budget",
  "private-address",
]);

export function makeManners(parts: MannersParts): Manners {
  const recent = makeRecent<Known>(RECENT_MS, () => parts.now().getTime());
  const key = (host: string) => memoryKey(host, "robots");
  const judge = (known: Known, url: URL, kind: Purpose): RequestRefused | undefined => {
    if ("refused" in known) return known.refused;
    const asking = { mode: parts.mode, isCrawling: isCrawling(kind) };
    const allowed = "rules" in known ? mayAsk(known.rules, url, asking) : parts.mode === "polite";
    return allowed ? undefined : { why: "robots", host: url.hostname };
  };
  const forgotten = makeRecent<true>(HOUR, () => parts.now().getTime());
  const optedOut = async ({ hostname: host }: URL): Promise<RequestRefused | undefined> => {
    if (!parts.optOut(host)) return undefined;
    if (!forgotten.get(host)) await parts.forget(host);
    forgotten.keep(host, true);
    return { why: "opted-out", host };
  };

  /** Not with the asker's signal: others wait for the same file, and it has deadlines of its own. */
  const fetchRobots = async (host: string) => {
    const url = new URL(`https://${host}/robots.txt`);
    const end = await parts.askThroughRedirects(
      { url, method: "GET", headers: parts.headers, cap: CAP, single: true },
      optedOut,
    );
    const known = read(end, host);
    return { value: known, ttlMs: keptFor(known) };
  };

  /** Its rules stay: without them it would have to be asked for them again. */
  const forgetAllBut = async (host: string, rules: Known): Promise<void> => {
    await parts.forget(host);
    await parts.memory.once(key(host), async () => ({ value: rules, ttlMs: keptFor(rules) }));
  };

  const robotsOf = async (host: string): Promise<Known> => {
    const fresh = recent.get(host);
    if (fresh) return fresh;
    let isNew = false;
    const fetch = (): ReturnType<typeof fetchRobots> => {
      isNew = true;
      return fetchRobots(host);
    };
    const { value } = await parts.memory.once(key(host), fetch);
    const known = value as Known;
    if (isNew && "rules" in known && sendsUsAway(known.rules)) await forgetAllBut(host, known);
    if (!("refused" in known)) recent.keep(host, known);
    return known;
  };

  return {
    async admit(url, kind) {
      const barred = await optedOut(url);
      if (barred) return barred;
      return judge(await robotsOf(url.hostname), url, kind);
    },
  };
}

/**
 * robots.txt speaks to crawlers. Asking on the mover's request what his own servers publish is none, nor is asking for
 * what servers publish about themselves and their people for others to find them.
 */
const isCrawling = ({ own, about }: Purpose): boolean => !own && about === undefined;

function read(end: FinalAnswer, host: string): Known {
  if ("refused" in end) {
    const { refused } = end;
    return refused.host === host && HOLDS_FOR_ALL.has(refused.why) ? { refused } : { unreadable: true };
  }
  const { status, bytes } = end.raw;
  if (status >= 500) return { unreadable: true };
  const text = status >= 200 && status < 300 ? (bytes?.toString("utf8") ?? "") : "";
  return { rules: text === "" ? NO_RULES : parseRobots(text) };
}

function keptFor(known: Known): number {
  if ("refused" in known) return 0;
  return "rules" in known ? KEPT_MS : UNREADABLE_KEPT_MS;
}
