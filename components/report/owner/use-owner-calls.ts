"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { recentStore } from "#components/ui/recent-pairs.ts";

export type Done = "idle" | "busy" | "rechecked" | "tooEarly" | "failed";

/** What the owner may do with a finished check. */
export function useOwnerCalls(id: string) {
  const router = useRouter();
  const [done, setDone] = useState<Done>("idle");
  const call = async (path: string, method: "POST" | "DELETE") => {
    setDone("busy");
    return fetch(`/api/checks/${id}${path}`, { method }).catch(() => null);
  };
  const recheck = async () => {
    const answer = await call("/recheck", "POST");
    setDone(answer?.ok ? "rechecked" : answer?.status === 409 ? "tooEarly" : "failed");
    if (answer?.ok) router.refresh();
  };
  const remove = async () => {
    const answer = await call("", "DELETE");
    if (!answer?.ok) return setDone("failed");
    recentStore.leave(id);
    location.assign("/");
  };
  return { done, recheck, remove };
}
