"use client";

import { useEffect } from "react";
import { recentStore } from "#components/ui/browser/recent-pairs.ts";

type RememberPairProps = { id: string; old: string; new: string | null };

/** Keeps the pair in this browser, so that the start page can lead back to it. */
export function RememberPair({ id, old, new: fresh }: RememberPairProps) {
  useEffect(() => recentStore.remember({ id, old, new: fresh, at: new Date().toISOString() }), [id, old, fresh]);
  return null;
}
