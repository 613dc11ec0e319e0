import { type BlockList, stanceOn } from "#lib/domain/blocks/block-match.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { OnSharedList } from "#lib/domain/evidence/opinions.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { type Dataset, readDataset } from "#lib/fediverse/opinions/fires.ts";
import { SHARED_LISTS, type SharedList } from "#lib/fediverse/opinions/shared-lists.ts";
import { readHandedList } from "../owner/handed-list.ts";
import type { CheckDeps } from "../state/deps.ts";
import { DAY, isKnown, remember } from "../state/remember.ts";

type Asker = Pick<CheckDeps, "gate" | "memory">;

/** A shared list as it was read, by the name that pages know it by or show. */
export type ReadList = { readonly id: string; readonly list: Fact<Omit<Dataset, "name">> };

/** Whole, so that nobody is told which server somebody wants to know about; once a day, for all checks together. */
export async function readSharedLists(asker: Asker, datasets: readonly string[] = []): Promise<readonly ReadList[]> {
  return Promise.all([
    ...SHARED_LISTS.map((shared) => readOnce(asker, shared)),
    ...datasets.map((url) => readFires(asker, url)),
  ]);
}

const NOBODY: BlockList = { rule: "mastodon", rows: [], whole: true };

async function readOnce(asker: Asker, shared: SharedList): Promise<ReadList> {
  const key = memoryKey(shared.host, `shared-list/${shared.id}`);
  const list = await remember(asker, key, DAY, () => download(asker, shared), isKnown);
  return { id: shared.id, list: list.known ? known({ list: list.value, warns: NOBODY }, list.source) : list };
}

async function readFires(asker: Asker, url: string): Promise<ReadList> {
  const { host, pathname } = new URL(url);
  const read = await remember(
    asker,
    memoryKey(host, `fires${pathname}`),
    DAY,
    () => readDataset(asker.gate, url),
    isKnown,
  );
  const name = read.known ? read.value.name : undefined;
  return { id: name ? `${name} (${host})` : `${host}${pathname}`, list: read };
}

/** Digests are kept of it: who keeps it learns no name, and its host not which one was looked for. */
async function download({ gate }: Asker, { url }: SharedList): Promise<Fact<BlockList>> {
  const reply = await gate.ask({ url, as: "text", size: "list", accept: "text/csv, text/plain" });
  if (!reply.ok) return gap(reply.why === "robots" || reply.why === "opted-out" ? "refused-robots" : "unreachable");
  const source = { kind: "network", url, at: reply.at, status: reply.status } as const;
  if (reply.status !== 200 || typeof reply.body !== "string") return gap("bad-answer", source);
  const list = await readHandedList(reply.body);
  return list && list !== "too-long" ? known(list, source) : gap("bad-answer", source);
}

export function sayingOf({ list: read }: ReadList, { host, webHost }: Side): Fact<OnSharedList> {
  if (!read.known) return read;
  const { list, warns } = read.value;
  const named = namedHost(host, webHost);
  const { inbound, outbound, limited, match } = stanceOn(list, named);
  const isNamed = match !== undefined && match !== "pattern"; // a masked name may be somebody else's
  if (isNamed && (inbound === "blocked" || outbound === "blocked")) return known("blocked", read.source);
  if (isNamed && limited) return known("limited", read.source);
  if (stanceOn(warns, named).inbound === "blocked") return known("warned", read.source);
  // Of a list that came in part nobody can say that it does not name somebody.
  return list.whole ? known("not-named", read.source) : gap("bad-answer", read.source);
}
