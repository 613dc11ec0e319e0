import type { Gate } from "#lib/domain/ports/gate.ts";
import { pagedOptions, toPage } from "../follower-list/one-page.ts";
import { type EndStep, type OnePage, type PageStep, readPages } from "../follower-list/pages.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";

/** Who asked to follow the account that is signed in, page by page. Nothing where the software has no such list. */
export function readRequests(
  { signedIn }: Adapter,
  gate: Gate,
  server: Server,
  options: AskOptions,
  start: string | null,
): AsyncGenerator<PageStep, EndStep> | undefined {
  const question = signedIn?.requests;
  if (!question) return undefined;
  const askPage = async (at: string | null): Promise<OnePage> =>
    toPage(await ask(gate, question, { ...server, at }, pagedOptions(options, at)), question);
  return readPages(askPage, { via: "api", at: start });
}
