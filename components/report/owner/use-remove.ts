"use client";

import { useState } from "react";
import { recentStore } from "#components/ui/browser/recent-pairs.ts";

/** Deletes the check for good and leaves its page. */
export function useRemove(id: string) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const remove = async () => {
    setState("busy");
    const answer = await fetch(`/api/checks/${id}`, { method: "DELETE" }).catch(() => null);
    if (!answer?.ok) return setState("failed");
    recentStore.leave(id);
    location.assign("/deleted");
  };
  return { state, remove };
}
