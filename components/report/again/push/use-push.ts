"use client";

import { useEffect, useState } from "react";
import type { Ends, Told } from "./use-subscription.ts";

const load = () => import("./use-subscription.ts");

export type PushState = Ends | "busy" | "denied";

/** Whether this browser is told of a check's looks, and the press that changes it. */
export function usePush(told: Told): { readonly state: PushState; readonly turn: () => Promise<void> } {
  const [state, setState] = useState<PushState>("off");
  const { id } = told;
  useEffect(() => {
    if (Notification.permission !== "granted") return;
    const look = async () => ((await (await load()).isTold(id)) ? setState("on") : undefined);
    look().catch(() => undefined);
  }, [id]);
  const turn = async () => {
    setState("busy");
    setState(await next(state, told).catch(() => "failed" as const));
  };
  return { state, turn };
}

async function next(state: PushState, told: Told): Promise<PushState> {
  if (state === "on") return (await load()).beToldNoMore(told.id);
  // Asked before anything is fetched: browsers ask their reader only right after a press.
  const answer = await Notification.requestPermission();
  if (answer !== "granted") return answer === "denied" ? "denied" : "off";
  return (await load()).beTold(told);
}
