/** Periods that softwares keep. Each is somebody else's constant, read in its source, not a choice of ours. */
const DAY_MS = 86_400_000;

/**
 * Mastodon tries a delivery 16 times, the pauses growing with the fourth power: 50 to 75 hours in all
 * (`app/workers/activitypub/delivery_worker.rb`). Until then a follower may still arrive.
 */
const DELIVERY_WINDOW_DAYS = 3;

/** Mastodon lets an account move again after 30 days (`COOLDOWN_PERIOD`, `app/models/account_migration.rb`). */
const MOVE_COOLDOWN_DAYS = 30;

/**
 * A Mastodon that carried a Move out ignores the next one from the same account for a week
 * (`PROCESSING_COOLDOWN`, `app/lib/activitypub/activity/move.rb`); GoToSocial keeps the same pause.
 */
const REPEAT_LOCK_DAYS = 7;

/**
 * Servers fetch an account they know again only once their copy is a day old (Mastodon `STALE_THRESHOLD`, Misskey's
 * `RemoteUserResolveService`). Until then they hold a list of aliases that lacks a fresh one.
 */
const ALIAS_CACHE_HOURS = 24;

export const ageInDays = (since: string, now: string): number => (Date.parse(now) - Date.parse(since)) / DAY_MS;

export const isYoung = (days: number): boolean => days < DELIVERY_WINDOW_DAYS;

/** The first day on which OLD lets the move be made again. */
export const earliestRetry = (movedAt: string): string => later(movedAt, MOVE_COOLDOWN_DAYS);

/** From when on a Move sent again is looked at by servers that carried out the first. */
export const repeatLockEnds = (movedAt: string): string => later(movedAt, REPEAT_LOCK_DAYS);

/** From when on every server has had the time to see an alias set at this moment. */
export const aliasSeenBy = (setAt: string): string => later(setAt, ALIAS_CACHE_HOURS / 24);

const later = (from: string, days: number): string => new Date(Date.parse(from) + days * DAY_MS).toISOString();
