import type { Person } from "#lib/domain/evidence/person.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { serverAt } from "#lib/fediverse/find/discover.ts";
import type { NodeInfoRead } from "#lib/fediverse/find/nodeinfo.ts";
import { askWebfinger } from "#lib/fediverse/find/webfinger.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import type { CheckDeps } from "../../state/deps.ts";
import { rememberNodeInfo } from "../kept-answers.ts";

type Asker = Pick<CheckDeps, "gate" | "memory" | "notBefore">;
type FoundServer = { readonly server: Server; readonly nodeinfo: NodeInfoRead };

/** The first account that is asked about may have been deleted. */
const TRIES = 2;

/**
 * Where the server behind a handle's domain answers. An address of one of its people tells; where all are known by
 * their handles alone, as in a list from before, and the domain itself does not say what it runs, its WebFinger does.
 */
export async function findServer(asker: Asker, host: Host, people: readonly Person[]): Promise<FoundServer> {
  const uri = people.find((person) => person.uri)?.uri;
  const named = serverAt(host, uri);
  const nodeinfo = await rememberNodeInfo(asker, named);
  if (uri !== undefined || !isSilentAboutItself(nodeinfo)) return { server: named, nodeinfo };
  const server = await byWebfinger(asker, host, people);
  if (!server || server.webHost === host) return { server: named, nodeinfo };
  return { server, nodeinfo: await rememberNodeInfo(asker, server) };
}

/** It answers, and has nothing there. */
export const isSilentAboutItself = ({ fact }: NodeInfoRead): boolean =>
  !fact.known && (fact.gap === "not-offered" || fact.gap === "bad-answer") && fact.source?.status !== 410;

async function byWebfinger({ gate }: Asker, host: Host, people: readonly Person[]): Promise<Server | undefined> {
  for (const { acct } of people.filter(isNamed).slice(0, TRIES)) {
    const found = await askWebfinger(gate, host, `acct:${acct}`);
    if (found.known && found.value.self !== undefined) return serverAt(host, found.value.self);
    if (!found.known && found.gap !== "never-met") return undefined;
  }
  return undefined;
}
