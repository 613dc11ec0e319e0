"use client";

import { canBeTold } from "#components/ui/browser/notices.ts";
import { useInBrowser } from "#components/ui/browser/use-in-browser.ts";
import { Button } from "#components/ui/button.tsx";
import { type PushState, usePush } from "./use-push.ts";
import type { Told } from "./use-subscription.ts";

type Words = Readonly<Record<Exclude<PushState, "busy"> | "start" | "stop", string>>;
type PushSwitchProps = { readonly told: Told; readonly words: Words };

/** Only where the browser can be told. What it shows is handed in: most readers never press it. */
export function PushSwitch(props: PushSwitchProps) {
  return useInBrowser(canBeTold) ? <Switch {...props} /> : null;
}

function Switch({ told, words }: PushSwitchProps) {
  const { state, turn } = usePush(told);
  return (
    <>
      <Button disabled={state === "busy"} onClick={() => void turn()} size="small" tone="plain">
        {words[state === "on" ? "stop" : "start"]}
      </Button>
      <span className="basis-full hint" role="status">
        {state === "busy" ? null : words[state]}
      </span>
    </>
  );
}
