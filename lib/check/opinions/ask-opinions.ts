import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import { stanceOn } from "#lib/domain/blocks/block-match.ts";
import type { Side } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import { type Hints, type OnSharedList, OPINION_KINDS, type Opinions } from "#lib/domain/evidence/opinions.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askFediseer, FEDISEER } from "#lib/fediverse/opinions/fediseer.ts";
import { SHARED_LISTS, type SharedList } from "#lib/fediverse/opinions/shared-lists.ts";
import { readHandedList } from "../owner/handed-list.ts";
import type { CheckDeps } from "../state/deps.ts";
import { DAY, isKnown, remember } from "../state/remember.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";

type Asker = Pick<CheckDeps, "gate" | "memory">;

/**
 * What others say of each candidate, where the operator lets a check ask for it. It comes last: nothing waits for it.
 * Opinions change slowly: each is asked for once a day, for all checks together.
 */
export async function askOpinions({ deps, signal }: Run, runState: RunState): Promise<void> {
  const { hints } = deps.settings;
  const { facts } = runState;
  if (facts.mode !== "planned" || !hints || !(hints.fediseer || hints.lists)) return;
  const lists = hints.lists ? await readSharedLists(deps) : [];
  const targets: Side[] = [];
  for (const side of facts.targets) {
    if (signal.aborted) return;
    targets.push(side.host === "" ? side : { ...side, opinions: await opinionsOn(deps, side, hints, lists) });
  }
  runState.facts = { ...facts, targets };
}

async function opinionsOn(asker: Asker, side: Side, hints: Hints, lists: readonly ReadList[]): Promise<Opinions> {
  const onLists = lists.map(({ id, list }) => [id, sayingOf(list, side)] as const);
  return {
    ...(hints.lists ? { lists: Object.fromEntries(onLists) } : {}),
    ...(hints.fediseer ? { fediseer: await fediseerOn(asker, side) } : {}),
  };
}

async function fediseerOn(asker: Asker, { host }: Side): Promise<NonNullable<Opinions["fediseer"]>> {
  const asked = OPINION_KINDS.map(async (kind) => {
    const key = memoryKey(FEDISEER.webHost, `${kind}/${host}`);
    return [kind, await remember(asker, key, DAY, () => askFediseer(asker.gate, kind, host), isKnown)] as const;
  });
  return Object.fromEntries(await Promise.all(asked)) as NonNullable<Opinions["fediseer"]>;
}

type ReadList = { readonly id: string; readonly list: Fact<BlockList> };

const readSharedLists = (asker: Asker): Promise<readonly ReadList[]> =>
  Promise.all(
    SHARED_LISTS.map(async (shared) => {
      const key = memoryKey(shared.host, `shared-list/${shared.id}`);
      return { id: shared.id, list: await remember(asker, key, DAY, () => download(asker, shared), isKnown) };
    }),
  );

/** The whole list, of which digests are kept: who keeps it learns no name, and its host not which one was looked for. */
async function download({ gate }: Asker, { url }: SharedList): Promise<Fact<BlockList>> {
  const reply = await gate.ask({ url, as: "text", size: "list", accept: "text/csv, text/plain" });
  if (!reply.ok) return gap(reply.why === "robots" || reply.why === "opted-out" ? "refused-robots" : "unreachable");
  const source = { kind: "network", url, at: reply.at, status: reply.status } as const;
  if (reply.status !== 200 || typeof reply.body !== "string") return gap("bad-answer", source);
  const list = await readHandedList(reply.body);
  return list && list !== "too-long" ? known(list, source) : gap("bad-answer", source);
}

function sayingOf(list: Fact<BlockList>, { host, webHost }: Side): Fact<OnSharedList> {
  if (!list.known) return list;
  const { inbound, outbound, limited, match } = stanceOn(list.value, namedHost(host, webHost));
  const blocked = inbound === "blocked" || outbound === "blocked";
  // A masked name may be somebody else's.
  const says = match === "pattern" ? "not-named" : blocked ? "blocked" : limited ? "limited" : "not-named";
  return known(says, list.source);
}
