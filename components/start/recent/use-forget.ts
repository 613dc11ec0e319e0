"use client";

import { useState } from "react";
import { deviceHere, forgetNotices } from "#components/ui/browser/notices.ts";
import { recentStore } from "#components/ui/browser/recent-pairs.ts";

/** Keys are cookies that no script can read, so only the server can take them back. */
export function useForget() {
  const [done, setDone] = useState<"idle" | "busy" | "forgotten" | "failed">("idle");
  const forget = async () => {
    setDone("busy");
    // Afterwards nobody could name it any more, and its address would be kept until the checks end.
    const device = await deviceHere().catch(() => null);
    const place = device === null ? "/api/keys" : `/api/keys?${new URLSearchParams({ device })}`;
    const answer = await fetch(place, { method: "DELETE" }).catch(() => null);
    if (!answer?.ok) return setDone("failed");
    recentStore.forget();
    await forgetNotices().catch(() => undefined);
    setDone("forgotten");
  };
  return { done, forget };
}
