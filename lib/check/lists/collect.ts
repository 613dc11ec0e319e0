import type { Wait } from "#lib/contract/check-state.ts";
import type { Known } from "#lib/domain/evidence/fact.ts";
import type { ListRead, Side } from "#lib/domain/evidence/side.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import type { EndStep, PageStep } from "#lib/fediverse/follower-list/pages.ts";
import { defined } from "#lib/flow/defined.ts";
import { writeTogether } from "#lib/flow/write-together.ts";
import { countIn } from "#lib/store/check/people/people.ts";
import { lengthened, longListBefore } from "../again/long-list.ts";
import type { Run } from "../state/run-lease.ts";
import { type ListName, type ListPlace, NOWHERE, type RunState, readAt, sideOf } from "../state/run-state.ts";
import { keepEnd, keepList, keepPages, keepStumble } from "./keep-list.ts";
import { listPages } from "./list-pages.ts";
import { personOf } from "./person-of.ts";
import { tryAgainAt } from "./retry-page.ts";
import { wholeOrShort } from "./short-list.ts";

/** Until when to leave the list's server alone and why, or nothing when the list has ended one way or the other. */
export type Collected = { readonly wait?: Pick<Wait, "until" | "why"> };

/** Reads one of the two lists from where it stopped. A page of people and the place behind it commit together. */
export async function collect(run: Run, runState: RunState, which: ListName, pageKept: () => void): Promise<Collected> {
  const side = sideOf(runState, which);
  if (!side?.acct || runState.places[which].ended) return {};
  const pass = await passFor(run, side, which);
  if (!side.account.known && !side.actor.known && !pass) {
    const { gap: why, source } = side.account;
    const end = { kind: "end", complete: false, read: 0, gap: why, ...defined({ source }) } as const;
    await keepEnd(run, runState, which, end);
    return {};
  }
  const before = longListBefore(runState.row, which, side, run.deps.now());
  if (before && which === "old") {
    await keepList(run, runState, which, before);
    return {};
  }
  return readAsAllowed({ run, runState, which, side, pageKept, before }, pass);
}

/** As a stranger first, and as the list's owner where that helps. */
async function readAsAllowed(reading: ListToRead, pass: Pass | undefined): Promise<Collected> {
  const { run, runState, which } = reading;
  const read = (by: Pass | undefined) => readFrom(reading, by);
  if (pass && runState.places[which].signedIn) return end(run, runState, which, await read(pass));
  const asStranger = await read(undefined);
  if (!pass || !asStranger || !isHelped(asStranger)) return end(run, runState, which, asStranger);
  runState.places[which] = signedInPlace(runState.places[which]);
  const asOwner = await read(pass);
  if (runState.places[which].ended) return {};
  // A token that does not help says nothing about the list.
  const told = asOwner && (asOwner.complete || asOwner.until || readAt(runState.places[which]) > 0);
  return end(run, runState, which, told ? asOwner : asStranger);
}

/** For the account whose list it is, and on its own server alone. */
async function passFor({ id, deps }: Run, side: Side, which: ListName): Promise<Pass | undefined> {
  const pass = await deps.tokens.of(id, which);
  return pass?.signedIn.host === side.webHost ? pass : undefined;
}

/** What is public is asked for without the token; it is used where strangers are shown no more, or not now. */
const isHelped = ({ complete, gap: why }: EndStep): boolean =>
  !complete && why !== undefined && why !== "unreachable" && why !== "bad-answer" && why !== "not-asked";

/** The pages of the software's own way have the same places for everybody; a collection's are of no use to it. */
function signedInPlace({ cursor, read }: ListPlace): ListPlace {
  return cursor?.via === "api" ? { cursor, read, signedIn: true } : { ...NOWHERE, signedIn: true };
}

type ListToRead = {
  readonly run: Run;
  readonly runState: RunState;
  readonly which: ListName;
  readonly side: Side;
  readonly pageKept: () => void;
  /** Of a long new list: reading ends at the first page on which nobody is new. */
  readonly before: Known<ListRead> | undefined;
};

/** Up to the list's end, or to why it did not get there; nothing where that is settled, or the run itself is ending. */
async function readFrom(
  { run, runState, which, side, pageKept, before }: ListToRead,
  pass: Pass | undefined,
): Promise<EndStep | undefined> {
  const writer = writeTogether<PageStep>(async (group) => {
    await keepPages(run, runState, which, group);
    pageKept();
  });
  let [last, fresh]: [EndStep | undefined, number] = [undefined, 0];
  for await (const step of listPages(run, side, runState.places[which], pass)) {
    if (run.signal.aborted) break;
    if (step.kind === "end") {
      last = step;
      continue;
    }
    const found = before && (await freshOn(run, runState, step));
    fresh += found ?? 0;
    await writer.add(step);
    if (!before || found !== 0) continue;
    await writer.all();
    await keepList(run, runState, which, lengthened(before, fresh, step.source.at));
    return undefined;
  }
  await writer.all();
  return last && wholeOrShort(run, side, last, readAt(runState.places[which]));
}

/** Of a page of the new list: how many were not met in it before. An empty page tells nothing. */
async function freshOn({ deps, id }: Run, runState: RunState, { rows }: PageStep): Promise<number | undefined> {
  const accts = rows.flatMap((row) => personOf(runState, "new", row)).map(({ acct }) => acct);
  if (accts.length === 0) return undefined;
  const met = await countIn(deps.store, id, accts, runState.facts.targets[0]?.key ?? "");
  return accts.length - met;
}

async function end(run: Run, runState: RunState, which: ListName, step: EndStep | undefined): Promise<Collected> {
  const wait = step && (await endOrWait(run, runState, which, step));
  return wait ? { wait } : {};
}

/** When to come back, where the list's server wants to be left alone or fell silent for once. */
async function endOrWait(run: Run, runState: RunState, which: ListName, end: EndStep): Promise<Collected["wait"]> {
  if (end.until && end.gap === "over-budget") return { until: end.until, why: "window" };
  const again = tryAgainAt(end, runState.places[which], run.deps.now());
  await (again ? keepStumble(run, runState, which) : keepEnd(run, runState, which, end));
  return again ? { until: again, why: end.gap === "our-fault" ? "ours" : "paused" } : undefined;
}
