"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MoreInput } from "#lib/contract/check-input.ts";
import { defined } from "#lib/flow/defined.ts";

export type Answer = "open" | "blocked" | undefined;

/** Hands in what somebody with an account there has seen. */
export function useTold(id: string, server: string) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "sending" | "sent" | "failed">("idle");
  const send = async (onOld: Answer, onNew: Answer) => {
    setState("sending");
    const told = { server, ...defined({ onOld, onNew }) };
    const body: MoreInput = { told: [told] };
    const answer = await fetch(`/api/checks/${id}/input`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }).catch(() => null);
    setState(answer?.ok ? "sent" : "failed");
    if (answer?.ok) router.refresh();
  };
  return { state, send };
}
