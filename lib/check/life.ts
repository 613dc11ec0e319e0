import type { Host, Life, NodeInfo } from "#lib/domain/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/fact.ts";
import { memoryKey } from "#lib/domain/memory-key.ts";
import type { CheckDeps } from "./deps.ts";

const DAY = 86_400_000;
const KEPT = 7 * DAY;

type Asker = Pick<CheckDeps, "memory" | "now">;

/**
 * Whether a server is there at all. One failed try proves nothing, a proxy's 502 least of all: only a server that
 * is silent again a day later counts as dead, and only 410 is its own word for being gone.
 */
export async function lifeOf(asker: Asker, host: Host, nodeinfo: Fact<NodeInfo>): Promise<Fact<Life>> {
  const { source } = nodeinfo;
  if (!source) return gap("not-asked");
  if (nodeinfo.known || isAnswer(source.status)) return known({ state: "alive" }, source);
  if (source.status === 410) return known({ state: "gone" }, source);
  if (nodeinfo.gap !== "unreachable") return gap(nodeinfo.gap, source);
  const since = await silentSince(asker, host);
  const state = asker.now().getTime() - Date.parse(since) >= DAY ? "dead" : "silent";
  return known({ state, since }, source);
}

/** Any answer of the server's own, even that it has no NodeInfo. */
const isAnswer = (status: number | undefined): boolean => status !== undefined && status !== 410 && status < 500;

/** The first silence that nothing has broken since. An answer remembered later than it starts the count anew. */
async function silentSince({ memory, now }: Asker, host: Host): Promise<string> {
  const first = await memory.once(memoryKey(host, "silent-since"), async () => ({
    value: now().toISOString(),
    ttlMs: KEPT,
  }));
  const answered = await memory.peek(memoryKey(host, "nodeinfo"));
  const since = first.value as string;
  const alive = answered && (answered.value as { fact?: Fact<NodeInfo> }).fact?.known === true;
  return alive && answered.at > since ? now().toISOString() : since;
}
