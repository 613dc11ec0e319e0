import type { CheckState } from "#lib/contract/check-state.ts";
import type { SignedIn } from "#lib/contract/sign-in.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { defined } from "#lib/flow/defined.ts";
import { readFacts, type readProgress } from "#lib/store/check/checks.ts";
import type { SignInRow } from "#lib/store/tables/types.ts";
import { namesPeople, proofLink } from "../accounts/proof.ts";
import { looksOn } from "../again/looks.ts";
import { recheckFrom } from "../again/recheck.ts";
import type { CheckDeps, CheckSettings } from "../state/deps.ts";
import { feedUrl } from "./feed.ts";
import { toPoint } from "./history-point.ts";

type Progress = NonNullable<Awaited<ReturnType<typeof readProgress>>>;

/** Where a check stands, as its owner reads it. */
export async function readState(deps: CheckDeps, row: Progress): Promise<CheckState> {
  const { store, settings } = deps;
  const facts = row.changes ? await readFacts(store, row.id) : null;
  const state = toState({ ...row, changes: changesFor({ ...row, facts }) }, settings);
  return { ...state, feed: feedUrl(deps, row.id), keptUntil: row.expiresAt.toISOString() };
}

type Shown = Pick<Progress, "changes" | "proof"> & { readonly facts: CheckFacts | null };

/** How many more there are is a number; who and where is for a confirmed pair. */
export const changesFor = ({ changes, ...row }: Shown): Progress["changes"] =>
  namesPeople(row) ? changes : changes && { ...changes, arrived: [], servers: [], answered: [] };

function toState(row: Progress, settings: CheckSettings): CheckState {
  // Looking for a missing proof once more is welcome at any time.
  const again = row.proof.state === "missing" ? null : recheckFrom(row);
  return {
    id: row.id,
    mode: row.mode,
    state: row.state,
    rev: row.rev,
    steps: [...row.steps] as CheckState["steps"],
    waits: [...row.waits],
    counts: row.counts as CheckState["counts"],
    history: row.history.map(toPoint),
    ...(row.mode === "moved" ? { looks: looksOf(row), ...defined({ pushKey: settings.pushKey }) } : {}),
    proof: proofOf(row, settings),
    ...(row.resumesAt ? { resumesAt: row.resumesAt.toISOString() } : {}),
    ...(again ? { recheckAt: again.toISOString() } : {}),
    ...(row.changes ? { changes: changesOf(row.changes) } : {}),
    ...defined({ failure: row.failure }),
    ...(row.signIns ? { signIns: row.signIns.map(toSignedIn) } : {}),
  };
}

const looksOf = (row: Progress): NonNullable<CheckState["looks"]> => ({
  on: looksOn(row),
  made: row.looks,
  ...(row.nextLookAt ? { next: row.nextLookAt.toISOString() } : {}),
});

const NO_VERDICTS = { explained: 0, surer: 0, otherwise: 0, open: 0 };

const toSignedIn = ({ side, rights, asked = {}, own, ...row }: SignInRow): SignedIn => ({
  ...row,
  ...(own ? { own: { ...own, domains: [...own.domains], people: [...own.people], cuts: [...own.cuts] } } : {}),
  account: side,
  rights: [...rights],
  asked: { ...asked },
});

const changesOf = ({
  arrived,
  servers,
  net,
  answered = [],
  verdicts = NO_VERDICTS,
}: NonNullable<Progress["changes"]>): NonNullable<CheckState["changes"]> => ({
  ...{ arrived: [...arrived], servers: [...servers], net },
  ...{ answered: [...answered], verdicts },
});

/**
 * The link goes into the profile of the account the check is for: the new one, before a move the old one, and the old one
 * too where it asks to be left alone and does not point to the new one that was proven.
 */
function proofOf(row: Progress, settings: CheckSettings): CheckState["proof"] {
  if (row.proof.state === "off" && row.failure !== "opted-out") return { state: "off" };
  const isOld = row.mode === "planned" || (row.failure === "opted-out" && row.proof.state === "proven");
  const account = isOld ? row.old : (row.targets[0] ?? row.accts[1]);
  return { state: row.proof.state, link: proofLink(settings, row.id), ...defined({ account }) };
}
