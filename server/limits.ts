import { latestVisitors, visitorOf } from "#lib/flow/visitors.ts";

/** Limits per visitor's address, in fixed windows. In memory: a restart forgives, which is fine for manners. */
export const LIMITS = {
  "new-checks": { count: 20, seconds: 3600 },
  previews: { count: 60, seconds: 60 },
  "share-look-ups": { count: 10, seconds: 60 },
  "sign-ins": { count: 20, seconds: 600 },
  removals: { count: 10, seconds: 600 },
  "owner-reads": { count: 20, seconds: 1 },
  other: { count: 300, seconds: 60 },
} as const;
export type LimitName = keyof typeof LIMITS;

export type VisitorLimits = {
  /** 0 when the request may pass, else the seconds until the window ends. */
  take(limit: LimitName, address: string, nowMs: number): number;
};

export function openLimits(): VisitorLimits {
  const windows = latestVisitors<{ window: number; used: number }>();
  return {
    take(limit, address, nowMs) {
      const { count, seconds } = LIMITS[limit];
      const window = Math.floor(nowMs / (seconds * 1000));
      const key = `${limit} ${visitorOf(address)}`;
      const kept = windows.get(key);
      const used = kept?.window === window ? kept.used : 0;
      if (used >= count) return Math.max(1, Math.ceil(((window + 1) * seconds * 1000 - nowMs) / 1000));
      windows.set(key, { window, used: used + 1 });
      return 0;
    },
  };
}
