import type { Ask, Gate, Refusal, Reply } from "#lib/domain/ports/gate.ts";

/** From then on the rest need not wait for it. */
const SILENT_MS = 2_500;

/** A server whose quickest answer took so long is slow: our own waits cannot have been in all of its answers. */
const SLOW_MS = 1_500;

export type Counting = {
  readonly gate: Gate;
  readonly requests: () => number;
  /** None of its answers so far came quickly; `before` it has answered, what is known of the last time. */
  readonly slow: (before: boolean) => boolean;
};
export type CountingParts = {
  readonly gate: Gate;
  /** Called when the server lets one question wait. */
  readonly silent: () => void;
  /** Awaited before every question but the first; false: it is not to be asked. */
  readonly turn?: () => Promise<boolean>;
  /** As many requests it may be sent in all. */
  readonly most: () => number;
  readonly now: () => Date;
};

/**
 * Counts what one server is sent, and sends it no more than it may be: beyond that every question is answered as over
 * budget, whoever asks it. The robots.txt of each of its hosts is fetched by the gate itself and counts with the first
 * question there. One question may take more requests than one: a redirect, or a signature that turns out to be wanted.
 * What robots.txt forbids is never sent, and not counted.
 */
export function counting({ gate, silent, turn, most, now }: CountingParts): Counting {
  const hosts = new Set<string>();
  let sent = 0;
  let isFirst = true;
  let quickest = Number.POSITIVE_INFINITY;
  const refused = (why: Refusal): Reply => ({ ok: false, why, at: now().toISOString() });
  const spend = (host: string): boolean => {
    const cost = hosts.has(host) ? 1 : 2;
    if (hosts.size + sent + cost > most()) return false;
    hosts.add(host);
    sent += 1;
    return true;
  };
  return {
    gate: {
      async ask(ask) {
        if (!spend(hostOf(ask))) return refused("over-budget");
        const waits = isFirst ? undefined : turn?.();
        isFirst = false;
        if (waits && !(await waits)) {
          sent -= 1;
          return refused("cancelled");
        }
        const asked = now().getTime();
        const reply = await inTime(gate.ask({ ...ask, spend }), silent);
        if (!reply.ok && NOT_SENT.has(reply.why)) sent -= 1;
        else quickest = Math.min(quickest, now().getTime() - asked);
        return reply;
      },
    },
    requests: () => sent + hosts.size,
    slow: (before) => (Number.isFinite(quickest) ? quickest >= SLOW_MS : before),
  };
}

const NOT_SENT: ReadonlySet<Refusal> = new Set<Refusal>(["robots", "opted-out"]);

const hostOf = ({ url }: Ask): string => URL.parse(url)?.hostname ?? "";

async function inTime(reply: Promise<Reply>, silent: () => void): Promise<Reply> {
  const timer = setTimeout(silent, SILENT_MS);
  return reply.finally(() => clearTimeout(timer));
}
