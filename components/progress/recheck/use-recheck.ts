"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

/** Makes the check once more; an earlier try than the server allows is told apart from one that failed. */
export function useRecheck(id: string) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "busy" | "begun" | "tooEarly" | "failed">("idle");
  const recheck = async () => {
    setState("busy");
    const answer = await fetch(`/api/checks/${id}/recheck`, { method: "POST" }).catch(() => null);
    setState(answer?.ok ? "begun" : answer?.status === 409 ? "tooEarly" : "failed");
    if (answer?.ok) router.refresh();
  };
  return { state, recheck };
}
