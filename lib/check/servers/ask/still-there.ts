import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import { type Asker, rememberNodeInfo } from "../kept-answers.ts";
import { lifeOf } from "../life.ts";

/**
 * What a server runs is remembered for a week. Where a later look finds it silent in everything it is asked, that
 * memory no longer shows that it is there, and it is asked again.
 */
export async function stillThere(
  asker: Asker & Parameters<typeof lifeOf>[0],
  server: Server,
  facts: ServerFacts,
): Promise<ServerFacts> {
  const { notBefore } = asker;
  const read = facts.nodeinfo?.source?.at;
  if (!notBefore || read === undefined || new Date(read) >= notBefore || !isSilent(facts)) return facts;
  const { fact } = await rememberNodeInfo(asker, server, {}, notBefore);
  // Nothing was left to ask it with: that is no silence of its own.
  if (!fact.known && fact.gap === "over-budget") return facts;
  return { ...facts, nodeinfo: fact, life: await lifeOf(asker, server.webHost, fact) };
}

function isSilent({ onOld, onTarget, instance, control }: ServerFacts): boolean {
  const about = [onOld, ...Object.values(onTarget)].flatMap((said) => Object.values<Fact<unknown> | undefined>(said));
  const network = [...about, instance, control].filter((fact) => fact?.source?.kind === "network");
  return network.length > 0 && network.every((fact) => fact?.known === false && fact.gap === "unreachable");
}
