import { MOST_FOLLOWED } from "#lib/contract/most-followed.ts";
import type { Gap } from "#lib/domain/evidence/fact.ts";
import type { Cursor } from "#lib/fediverse/follower-list/pages.ts";
import { defined } from "#lib/flow/defined.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";

/** The place among the cursors that says how far the list of those whom the mover follows is read. */
export const FOLLOWED = "followed";

export type FollowedPlace = {
  readonly cursor: Cursor | null;
  readonly read: number;
  /** Read with the old account's own token from here on. */
  readonly signedIn?: true;
  readonly missed?: number;
  /** `gap`: why it was not read to its end. */
  readonly ended?: Ended;
  /** What was read before, which stands until the reading with a token has brought its first page. */
  readonly shown?: { readonly read: number; readonly ended: Ended; readonly signedIn?: true };
};
type Ended = { readonly complete: boolean; readonly gap?: Gap };

/**
 * Where reading goes on; nothing where the list is settled. Who has signed in since is shown what was hidden before, or what
 * was cut off. What was begun with the owner's token is not gone on with as a stranger, who is shown another list.
 */
export function placeFrom(place: FollowedPlace, hasToken: boolean): FollowedPlace | undefined {
  const { ended, read, signedIn } = place;
  if (!ended) return signedIn && !hasToken ? placeAfter(place, { complete: false, gap: NO_TOKEN }) : place;
  const isCut = !ended.complete && read < MOST_FOLLOWED && (!signedIn || ended.gap === NO_TOKEN);
  if (!isCut || !hasToken) return undefined;
  const shown = read > 0 ? { shown: { read, ended, ...defined({ signedIn }) } } : {};
  return { cursor: null, read: 0, signedIn: true, ...shown };
}
const NO_TOKEN = "needs-login";

/**
 * Where reading ended, or goes on: at once where a window was used up, and not too often where the server was slow. A token
 * that brings nobody says nothing about what was shown before.
 */
export function placeAfter(place: FollowedPlace, { complete, gap }: Ended, again?: "window" | "slow"): FollowedPlace {
  if (again) return again === "slow" ? { ...place, missed: (place.missed ?? 0) + 1 } : place;
  const { shown, ...rest } = place;
  if (shown && place.read === 0 && !complete) return { cursor: null, ...shown };
  return { ...rest, cursor: null, ended: { complete, ...defined({ gap }) } };
}

export const placeIn = ({ cursor }: Pick<CheckRow, "cursor">): FollowedPlace =>
  (cursor[FOLLOWED] as FollowedPlace | undefined) ?? { cursor: null, read: 0 };
