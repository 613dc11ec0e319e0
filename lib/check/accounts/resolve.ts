import type { Before, CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known, NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { parseHandle } from "#lib/domain/names/handle.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askStance, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { findByUrl, serverAt } from "#lib/fediverse/find/discover.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { targetsBefore } from "../again/keep-check.ts";
import { rememberBlockList } from "../servers/kept-answers.ts";
import type { CheckDeps } from "../state/deps.ts";
import { resolveServer, resolveSide } from "./resolve-side.ts";

/** Everything about the two accounts and their servers that is asked once. */
export async function resolve(deps: CheckDeps, row: CheckRow): Promise<CheckFacts> {
  const read = readBefore(row);
  const typed = row.targets.length > 0 ? row.targets : targetsBefore(row);
  const find = (named: readonly string[]): Promise<readonly Side[]> =>
    Promise.all(named.map((target) => sideIn(read, target) ?? resolveTarget(deps, target)));
  const [old, asTyped] = await Promise.all([read?.old ?? resolveSide(deps, row.old), find(typed)]);
  const found = typed.length > 0 || row.mode === "planned" ? asTyped : await find(await redirectOf(deps, old));
  const targets = row.mode === "moved" ? found.map(beingRead) : found;
  const judged = await Promise.all(
    (targets.length > 0 ? targets : [NOBODY]).map((target) => (target.onOld ? target : withStances(deps, old, target))),
  );
  return {
    mode: row.mode,
    now: deps.now().toISOString(),
    old,
    targets: judged,
    ...givenFacts(row, deps.now()),
  };
}

/** A comparison that is made after a move begins with what the check of the move has read of the two accounts. */
const readBefore = ({ input, earlier, history }: CheckRow): CheckFacts | null =>
  input.lookedBackFrom !== undefined && history.length === 0 ? earlier : null;

/** Whose followers are in its list says nothing about a move to it that is only planned. */
function sideIn(read: CheckFacts | null, target: string): Side | undefined {
  const side = read?.targets.find(({ acct }) => acct === target);
  if (!side) return undefined;
  const { requests: _, ...known } = side;
  return { ...known, list: NOT_ASKED };
}

/** What the mover said, which may change without anything being asked again. */
export const givenFacts = (row: CheckRow, now: Date): Pick<CheckFacts, "before" | "movedAt"> => ({
  before: beforeOf(row),
  movedAt: movedAtOf(row, now),
});

/** No new account is known, and OLD points nowhere: a move that was not made has no target. */
export const NOBODY: Side = {
  ...{ key: "", host: "", webHost: "" },
  ...{ software: NOT_ASKED, account: NOT_ASKED, actor: NOT_ASKED, list: NOT_ASKED },
};

const resolveTarget = (deps: CheckDeps, target: string): Promise<Side> =>
  target.includes("@") ? resolveSide(deps, target) : resolveServer(deps, serverAt(target));

/** From here on its list is being read: who is not met in it yet is judged provisionally, not left as unknown. */
const beingRead = (side: Side): Side =>
  side.account.known ? { ...side, list: known({ read: 0, stillReading: true }, side.account.source) } : side;

/** Where OLD points, as a handle. Some servers name the new account by its address only. */
async function redirectOf(deps: CheckDeps, { account, actor }: Side): Promise<readonly Acct[]> {
  const places = [account.known ? account.value.movedTo : null, actor.known ? actor.value.movedTo : null];
  for (const place of places) {
    const acct = place ? await acctAt(deps, place) : null;
    if (acct) return [acct];
  }
  return [];
}

async function acctAt(deps: CheckDeps, place: string): Promise<Acct | null> {
  if (!place.includes("://")) {
    const parsed = parseHandle(place);
    return parsed.ok ? parsed.handle.acct : null;
  }
  const found = await findByUrl(deps.gate, place, { own: true });
  if (found.known) return found.value.acct;
  const parsed = parseHandle(place);
  return parsed.ok ? parsed.handle.acct : null;
}

async function withStances(deps: CheckDeps, old: Side, target: Side): Promise<Side> {
  if (target.host === "" || target.host === old.host) return target;
  const [onOld, byOld] = await Promise.all([stanceOf(deps, target, old), stanceOf(deps, old, target)]);
  return { ...target, onOld, byOld };
}

/** What one of the mover's servers publishes about the other. */
async function stanceOf(deps: CheckDeps, by: Side, about: Side): Promise<Fact<Stance>> {
  const adapter = adapterFor(by.software.known ? by.software.value : undefined);
  const named = namedHost(about.host, about.webHost);
  if (adapter.stance) return askStance(adapter, deps.gate, by, named, { own: true });
  const list = await rememberBlockList(deps, adapter, by, { own: true });
  return stancesFrom(list, [named])[named.host] ?? gap("not-offered");
}

function beforeOf({ input }: CheckRow): Before {
  const { count, kind, takenAt } = input.before ?? {};
  const more = defined({ count, takenAt });
  if (kind === "snapshot") return { is: "snapshot", ...more };
  return count === undefined ? { is: "unknown" } : { is: "stated", ...more };
}

const movedAtOf = ({ input }: CheckRow, now: Date): Fact<string> =>
  input.movedAt ? known(input.movedAt, { kind: "told", at: now.toISOString() }) : NOT_ASKED;
