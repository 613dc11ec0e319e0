"use client";

import { useState } from "react";

export function useCancel(id: string) {
  const [state, setState] = useState<"idle" | "cancelling" | "failed">("idle");
  const cancel = async () => {
    setState("cancelling");
    const answer = await fetch(`/api/checks/${id}/cancel`, { method: "POST" }).catch(() => null);
    // 409: it had ended already, which the next event says.
    if (!answer?.ok && answer?.status !== 409) setState("failed");
  };
  return { state, cancel };
}
