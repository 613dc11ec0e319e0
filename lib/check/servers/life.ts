import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Life, NodeInfo } from "#lib/domain/evidence/server.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { CheckDeps } from "../state/deps.ts";

const DAY = 86_400_000;
/** Longer than the time from one weekly look to the next: two tries in vain have to meet. */
const KEPT = 12 * DAY;

type Asker = Pick<CheckDeps, "memory" | "now">;

/**
 * Whether a server is there at all. One failed try proves nothing, a proxy's 502 least of all: only a server that
 * is silent again a day later counts as dead. A host that is left alone for a while after a failure was not tried: then
 * the tries before count. 410 for one document is not yet the word of a server that is gone (see `gone.ts`).
 */
export async function lifeOf(asker: Asker, host: Host, nodeinfo: Fact<NodeInfo>): Promise<Fact<Life>> {
  const { source } = nodeinfo;
  if (!source) return gap("not-asked");
  if (nodeinfo.known || isAnswer(source.status)) {
    await noteAnswer(asker, host, source.at);
    return known({ state: "alive" }, source);
  }
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
const ANSWERED = "silence-broken";

/** By the time of the try itself, which may be remembered for a while. What came before an answer counts no more. */
async function noteSilence(asker: Pick<Asker, "memory">, host: Host, at: string): Promise<void> {
  const answered = await lastAnswer(asker, host);
  const since = answered === undefined ? undefined : new Date(answered);
  const note = (what: string) =>
    asker.memory.once(memoryKey(host, what), async () => ({ value: at, ttlMs: KEPT }), since);
  const first = (await note(FIRST)).value as string;
  if (Date.parse(at) - Date.parse(first) >= DAY) await note(AGAIN);
}

/** Of a server that was never silent nothing need be kept. */
async function noteAnswer({ memory }: Pick<Asker, "memory">, host: Host, at: string): Promise<void> {
  const first = await memory.peek(memoryKey(host, FIRST));
  if (!first || at <= (first.value as string)) return;
  await memory.once(memoryKey(host, ANSWERED), async () => ({ value: at, ttlMs: KEPT }), new Date(at));
}

/** As far as anybody remembers. */
async function lastAnswer({ memory }: Pick<Asker, "memory">, host: Host): Promise<string | undefined> {
  const [broken, read] = await Promise.all([ANSWERED, "nodeinfo"].map((what) => memory.peek(memoryKey(host, what))));
  const isKnown = (read?.value as { fact?: Fact<NodeInfo> } | undefined)?.fact?.known === true;
  return [broken?.value as string | undefined, isKnown ? read?.at : undefined]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}

/** The first silence that nothing has broken since, and whether there was another a day later. */
async function silencesOf({ memory, now }: Asker, host: Host): Promise<{ first?: string; again?: true }> {
  const [first, again] = await Promise.all([FIRST, AGAIN].map((what) => memory.peek(memoryKey(host, what))));
  if (!first) return {};
  const answered = await lastAnswer({ memory }, host);
  if (answered !== undefined && answered > (first.value as string)) return { first: now().toISOString() };
  return { first: first.value as string, ...(again ? { again: true } : {}) };
}
