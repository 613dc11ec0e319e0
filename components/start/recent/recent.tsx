"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { load, nothing } from "#components/ui/browser/load.ts";
import { recentStore } from "#components/ui/browser/recent-pairs.ts";

/** Most people come once: the list is fetched only by those who have one. */
const RecentList = lazy(load(() => import("./recent-list.tsx"), nothing));

const onStorage = (changed: () => void) => {
  addEventListener("storage", changed);
  return () => removeEventListener("storage", changed);
};

/** The server knows nothing of these pairs, so they appear only in the browser. */
export function Recent() {
  const stored = useSyncExternalStore(onStorage, recentStore.read, () => null);
  return (
    <div role="status">
      {stored ? (
        <Suspense>
          <RecentList stored={stored} />
        </Suspense>
      ) : null}
    </div>
  );
}
