"use client";

import { useState } from "react";
import { forgetNotices } from "#components/ui/browser/notices.ts";
import { recentStore } from "#components/ui/browser/recent-pairs.ts";

/** Keys are cookies that no script can read, so only the server can take them back. */
export function useForget() {
  const [done, setDone] = useState<"idle" | "busy" | "forgotten" | "failed">("idle");
  const forget = async () => {
    setDone("busy");
    const answer = await fetch("/api/keys", { method: "DELETE" }).catch(() => null);
    if (!answer?.ok) return setDone("failed");
    recentStore.forget();
    await forgetNotices().catch(() => undefined);
    setDone("forgotten");
  };
  return { done, forget };
}
