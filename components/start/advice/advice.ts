import type { HandlePreview } from "#lib/contract/preview.ts";

/** What the two previews together say before a check is started; `use` and `swap` are offers, never done unasked. */
export type Advice =
  | { readonly id: "swap"; readonly old: string; readonly new: string }
  | { readonly id: "same"; readonly target: string | undefined }
  | { readonly id: "elsewhere"; readonly old: string; readonly target: string }
  | { readonly id: "onward"; readonly new: string; readonly target: string }
  | { readonly id: "not-moved"; readonly old: string }
  | { readonly id: "locked" | "new-hidden"; readonly new: string }
  | { readonly id: "early" | "threads" };

const DAY = 86_400_000;
const EARLY_DAYS = 2;

export function advise(
  old: HandlePreview | undefined,
  fresh: HandlePreview | undefined,
  now: number,
): readonly Advice[] {
  const target = targetOf(old);
  if (old && fresh && old.acct === fresh.acct) return [{ id: "same", target }];
  if (old && fresh && targetOf(fresh) === old.acct) return [{ id: "swap", old: old.acct, new: fresh.acct }];
  return [
    ...(old && THREADS.has(old.host) ? [{ id: "threads" } as const] : []),
    ...aboutOld(old, fresh, target),
    ...aboutNew(fresh),
    ...(movedLately(old, now) ? [{ id: "early" } as const] : []),
  ];
}

const THREADS: ReadonlySet<string> = new Set(["threads.net", "www.threads.net", "threads.com", "www.threads.com"]);

/** Read and pointing nowhere, or to what is nobody's address: the new account has to be named by hand. */
export const showsNoTarget = (old: HandlePreview | undefined): boolean =>
  old !== undefined && old.movedTo !== null && targetOf(old) === undefined;

/** A link that is nobody's address leads somewhere all the same. */
export function targetOf(preview: HandlePreview | undefined): string | undefined {
  const { movedTo } = preview ?? {};
  return movedTo && !movedTo.includes("/") ? movedTo : undefined;
}

function aboutOld(old: HandlePreview | undefined, fresh: HandlePreview | undefined, target?: string): Advice[] {
  if (!old) return [];
  if (old.movedTo === null) return [{ id: "not-moved", old: old.acct }];
  return target && fresh && target !== fresh.acct ? [{ id: "elsewhere", old: old.acct, target }] : [];
}

function aboutNew(fresh: HandlePreview | undefined): Advice[] {
  if (!fresh) return [];
  const onward = targetOf(fresh);
  return [
    ...(onward ? [{ id: "onward", new: fresh.acct, target: onward } as const] : []),
    ...(fresh.locked ? [{ id: "locked", new: fresh.acct } as const] : []),
    ...(fresh.listHidden ? [{ id: "new-hidden", new: fresh.acct } as const] : []),
  ];
}

/** A moved account cannot post, so its last post is the earliest day of the move. */
const movedLately = (old: HandlePreview | undefined, now: number): boolean =>
  Boolean(old?.movedTo && old.lastPostAt) && now - Date.parse(old?.lastPostAt ?? "") < EARLY_DAYS * DAY;

export function guessMoveDay(old: HandlePreview | undefined): string | undefined {
  return old?.movedTo && old.lastPostAt ? old.lastPostAt.slice(0, 10) : undefined;
}
