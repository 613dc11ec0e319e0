import type { Host, Life, NodeInfo } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { CheckDeps } from "../state/deps.ts";

const DAY = 86_400_000;
const KEPT = 7 * DAY;

type Asker = Pick<CheckDeps, "memory" | "now">;

/**
 * Whether a server is there at all. One failed try proves nothing, a proxy's 502 least of all: only a server that
 * is silent again a day later counts as dead. A host that is left alone for a while after a failure was not tried: then
 * the tries before count. 410 for one document is not yet the word of a server that is gone (see `gone.ts`).
 */
export async function lifeOf(asker: Asker, host: Host, nodeinfo: Fact<NodeInfo>): Promise<Fact<Life>> {
  const { source } = nodeinfo;
  if (!source) return gap("not-asked");
  if (nodeinfo.known || isAnswer(source.status)) return known({ state: "alive" }, source);
  if (source.status === 410) return known({ state: "silent", since: source.at }, source);
  if (nodeinfo.gap !== "unreachable") return gap(nodeinfo.gap, source);
  if (!source.untried) await noteSilence(asker, host, source.at);
  const { first, again } = await silencesOf(asker, host);
  if (first === undefined) return gap("unreachable", source);
  return known({ state: again ? "dead" : "silent", since: first }, source);
}

/** Any answer of the server's own, even that it has no NodeInfo. */
const isAnswer = (status: number | undefined): boolean => status !== undefined && status !== 410 && status < 500;

const FIRST = "silent-since";
const AGAIN = "silent-again";

/** By the time of the try itself, which may be remembered for a while. */
async function noteSilence({ memory }: Pick<Asker, "memory">, host: Host, at: string): Promise<void> {
  const note = (what: string) => memory.once(memoryKey(host, what), async () => ({ value: at, ttlMs: KEPT }));
  const first = (await note(FIRST)).value as string;
  if (Date.parse(at) - Date.parse(first) >= DAY) await note(AGAIN);
}

/** The first silence that nothing has broken since, and whether there was another a day later. */
async function silencesOf({ memory, now }: Asker, host: Host): Promise<{ first?: string; again?: true }> {
  const [first, again, answered] = await Promise.all(
    [FIRST, AGAIN, "nodeinfo"].map((what) => memory.peek(memoryKey(host, what))),
  );
  if (!first) return {};
  const alive = (answered?.value as { fact?: Fact<NodeInfo> } | undefined)?.fact?.known === true;
  // An answer remembered later than the silence starts the count anew.
  if (alive && answered && answered.at > (first.value as string)) return { first: now().toISOString() };
  return { first: first.value as string, ...(again ? { again: true } : {}) };
}
