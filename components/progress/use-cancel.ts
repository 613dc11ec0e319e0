"use client";

import { useState } from "react";

export function useCancel(id: string) {
  const [cancelling, setCancelling] = useState(false);
  const cancel = async () => {
    setCancelling(true);
    const answer = await fetch(`/api/checks/${id}/cancel`, { method: "POST" }).catch(() => null);
    // 409: it had ended already, which the next event says.
    if (!answer?.ok && answer?.status !== 409) setCancelling(false);
  };
  return { cancelling, cancel };
}
