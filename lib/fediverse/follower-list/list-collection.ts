import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { askActorDocument } from "../find/actor.ts";
import { type Asked, type AskOptions, ask } from "../question/ask.ts";
import { collectionPage, collectionRoot, countIn, type RootRead } from "./collection.ts";
import type { ListOf } from "./list-of.ts";
import { pagedOptions, toPage } from "./one-page.ts";
import { type Cursor, type EndStep, type OnePage, type PageStep, readPages } from "./pages.ts";

/** By ActivityPub: the collection that the actor names. */
export async function* readCollection(
  which: "followers" | "following",
  gate: Gate,
  of: ListOf,
  options: AskOptions,
  start: string | null,
): AsyncGenerator<PageStep, EndStep> {
  const uri = start ?? (await collectionUri(which, gate, of, options));
  if (typeof uri !== "string") return uri;
  const host = URL.parse(uri)?.hostname ?? "";
  const input = { host, webHost: host, uri };
  let counted = (which === "followers" && of.account?.followers) || 0;
  const askPage = async (at: string | null): Promise<OnePage> => {
    if (at === null) {
      const root = await ask(gate, collectionRoot, input, options);
      counted = Math.max(counted, root.fact.known ? root.fact.value.count : 0);
      return stayAt(host, rootPage(root));
    }
    const asked = await ask(gate, collectionPage, { ...input, at }, pagedOptions(options, at));
    counted = Math.max(counted, countIn(asked.body));
    return stayAt(host, toPage(asked, collectionPage));
  };
  const end = yield* readPages(askPage, inCollection(start));
  // Read from its start and to its end, nobody is in a list that counts somebody: he is kept back.
  const isMasked = start === null && end.complete && end.read === 0 && counted > 0;
  return isMasked ? { ...end, complete: false, gap: "hidden-by-server" } : end;
}

const inCollection = (at: string | null): Cursor => ({ via: "collection", at });

function rootPage({ fact, ...asked }: Asked<RootRead>): OnePage {
  if (!fact.known) return toPage({ ...asked, fact }, collectionPage);
  const { page = { rows: [], raw: 0 }, next } = fact.value;
  return { ok: true, ...page, next, source: fact.source };
}

/** A next page on another host is not followed: the author of the list must not choose whom we ask. */
function stayAt(host: string, page: OnePage): OnePage {
  if (!page.ok || page.next === null || page.next === "broken") return page;
  const next = URL.parse(page.next);
  const stays = next?.protocol === "https:" && next.hostname === host && next.port === "";
  return stays ? page : { ...page, next: "broken" };
}

async function collectionUri(
  which: "followers" | "following",
  gate: Gate,
  of: ListOf,
  options: AskOptions,
): Promise<string | EndStep> {
  const uri = of.uri ?? of.account?.uri;
  if (uri === undefined) return { kind: "end", complete: false, gap: "not-offered", read: 0 };
  const { fact, until } = await askActorDocument(gate, uri, options);
  if (!fact.known) {
    const { gap, source } = fact;
    const from = { cursor: inCollection(null), read: 0 };
    return { kind: "end", complete: false, gap, ...from, ...defined({ source, until }) };
  }
  const list = fact.value[which];
  const stays = list !== undefined && URL.parse(list)?.origin === URL.parse(fact.value.uri)?.origin;
  const gap = list ? "bad-answer" : "not-offered";
  return stays ? list : { kind: "end", complete: false, gap, source: fact.source, read: 0 };
}
