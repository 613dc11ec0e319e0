import type { Wait } from "#lib/contract/check-state.ts";
import { MOST_FOLLOWED } from "#lib/contract/most-followed.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { type ListStep, readFollowing } from "#lib/fediverse/follower-list/list.ts";
import type { EndStep } from "#lib/fediverse/follower-list/pages.ts";
import type { Row } from "#lib/fediverse/question/adapter.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { dropServersOfNobody, forgetWhom } from "#lib/store/check/followed.ts";
import { savePeople } from "#lib/store/check/people/people.ts";
import { personOf } from "../lists/person-of.ts";
import { tryAgainAt } from "../lists/retry-page.ts";
import { countAsked } from "../signed-in/asked.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";
import { FOLLOWED, type FollowedPlace, placeAfter, placeFrom, placeIn } from "./place.ts";

/**
 * Whom the old account follows: as every stranger may read it, and as its owner where it is hidden and he has signed in.
 * A list that was handed in is the list. Until when to wait, where the server's limit is used up.
 */
export async function collectFollowed(run: Run, runState: RunState): Promise<Wait | undefined> {
  const { row, facts } = runState;
  if (row.input.following?.handedIn !== undefined) return undefined;
  const { old } = facts;
  const held = await run.deps.tokens.of(run.id, "old");
  const pass = held?.signedIn.host === old.webHost ? held : undefined;
  const place = placeFrom(placeIn(row), pass !== undefined);
  if (!place) return undefined;
  if (place.ended) return endWithoutToken(run, place);
  const asStranger = await readFrom(run, runState, place, place.signedIn ? pass : undefined);
  if (!asStranger || !isHidden(asStranger) || !pass || place.signedIn) return end(run, runState, asStranger);
  return end(run, runState, await readFrom(run, runState, { cursor: null, read: 0, signedIn: true }, pass));
}

/** Nobody was shown, for a reason that its owner's own word may lift. */
const isHidden = ({ place, step: { gap } }: Ended): boolean =>
  place.read === 0 && gap !== undefined && gap !== "unreachable" && gap !== "bad-answer";

type Ended = { readonly place: FollowedPlace; readonly step: EndStep };

async function readFrom(
  run: Run,
  runState: RunState,
  from: FollowedPlace,
  pass: Pass | undefined,
): Promise<Ended | undefined> {
  let place = from;
  let isFirst = place.cursor === null && place.read === 0;
  for await (const step of pagesOf(run, runState.facts.old, place, pass)) {
    if (run.signal.aborted) return undefined;
    if (isFirst && (step.kind === "page" || step.complete)) await run.inTurn(() => run.write(FOLLOWED, forgetWhom));
    isFirst = false;
    if (step.kind === "end") return { place, step };
    place = await keepPage(run, runState, place, step);
    if (place.read >= MOST_FOLLOWED) return { place, step: { kind: "end", complete: false, read: place.read } };
  }
  return undefined;
}

function pagesOf(
  { deps, signal }: Run,
  { host, webHost, acct = "", account, actor, software }: Side,
  { cursor }: FollowedPlace,
  pass: Pass | undefined,
): AsyncGenerator<ListStep, void> {
  const shown = account.known ? account.value : undefined;
  const mine = pass ? { acct, ...shown, id: pass.accountId } : shown;
  const uri = shown?.uri ?? (actor.known ? actor.value.uri : undefined);
  const of = { server: { host, webHost }, user: userOf(acct), ...defined({ account: mine, uri }) };
  const adapter = adapterFor(software.known ? software.value : undefined);
  const own = pass && adapter.signedIn?.following;
  const by = pass ? { signedIn: pass.signedIn } : {};
  return readFollowing(own ? { ...adapter, following: own } : adapter, deps.gate, of, {
    own: true,
    signal,
    ...by,
    ...(cursor ? { cursor } : {}),
  });
}

type Page = Extract<ListStep, { kind: "page" }>;

async function keepPage(
  run: Run,
  runState: RunState,
  place: FollowedPlace,
  { rows, cursor }: Page,
): Promise<FollowedPlace> {
  const people = rows.flatMap((row) => followedIn(runState, row));
  const { missed: _, shown: _shown, ...before } = place;
  const after = { ...before, cursor: cursor ?? place.cursor, read: place.read + people.length };
  await run.inTurn(() =>
    run.write(FOLLOWED, async (on) => {
      await savePeople(on, people);
      await saveCursor(on, FOLLOWED, after);
      if (after.signedIn) await countAsked(on, "old", { following: 1 });
    }),
  );
  return after;
}

/** The same person as in the list of followers, without anything that list alone tells. */
const followedIn = (runState: RunState, row: Row): readonly Person[] =>
  personOf(runState, "old", row).map(
    ({ acct, server, uri }): Person => ({ acct, server, in: [], youFollow: true, ...defined({ uri }) }),
  );

async function endWithoutToken(run: Run, place: FollowedPlace): Promise<undefined> {
  await run.inTurn(() =>
    run.write(FOLLOWED, async (on) => {
      await saveCursor(on, FOLLOWED, place);
      await dropServersOfNobody(on);
    }),
  );
}

async function end(run: Run, { facts: { old } }: RunState, ended: Ended | undefined): Promise<Wait | undefined> {
  if (!ended) return undefined;
  const { place, step } = ended;
  const why = step.gap === "over-budget" ? "window" : "slow";
  const again = why === "window" ? step.until : tryAgainAt(step, place, run.deps.now());
  const after = placeAfter(place, { complete: step.complete, ...defined({ gap: step.gap }) }, again ? why : undefined);
  await run.inTurn(() =>
    run.write(FOLLOWED, async (on) => {
      await saveCursor(on, FOLLOWED, after);
      if (after.ended) await dropServersOfNobody(on);
    }),
  );
  return again ? { host: old.webHost, until: again, why } : undefined;
}
