import { serverAt } from "#lib/fediverse/find/discover.ts";
import type { NodeInfoRead } from "#lib/fediverse/find/nodeinfo.ts";
import { askWebfinger } from "#lib/fediverse/find/webfinger.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import type { AskOptions } from "#lib/fediverse/question/ask.ts";
import { isSilentAboutItself } from "../servers/ask/find-server.ts";
import { type Asker, rememberNodeInfo } from "../servers/kept-answers.ts";

const OWN: AskOptions = { own: true };

/**
 * A server by the domain in its handles, which may say nothing of what it runs and leave that to another host. Then its
 * WebFinger names the account that the server itself has there, `host@host`: nobody's account is known yet.
 */
export async function whereItAnswers(
  asker: Asker,
  named: Server,
  notBefore?: Date,
): Promise<{ readonly server: Server; readonly nodeinfo: NodeInfoRead }> {
  const nodeinfo = await rememberNodeInfo(asker, named, OWN, notBefore);
  if (named.webHost !== named.host || !isSilentAboutItself(nodeinfo)) return { server: named, nodeinfo };
  const found = await askWebfinger(asker.gate, named.host, `acct:${named.host}@${named.host}`, OWN);
  const server = found.known && found.value.self !== undefined ? serverAt(named.host, found.value.self) : named;
  if (server.webHost === named.host) return { server: named, nodeinfo };
  return { server, nodeinfo: await rememberNodeInfo(asker, server, OWN, notBefore) };
}
