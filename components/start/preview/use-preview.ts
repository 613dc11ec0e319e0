"use client";

import { useEffect, useState } from "react";
import type { HandlePreview } from "#lib/contract/preview.ts";

export type Look =
  | { readonly state: "idle" }
  | { readonly state: "looking"; readonly slow: boolean }
  | { readonly state: "failed" }
  | { readonly state: "found"; readonly preview: HandlePreview };

const PAUSE_MS = 500;
const SLOW_MS = 2_000;
const IDLE: Look = { state: "idle" };
const FAILED: Look = { state: "failed" };
const MISTYPED = 422;

/** Looks an address up once typing has paused. A new address ends the question for the old one. */
export function usePreview(acct: string | undefined): Look {
  const [look, setLook] = useState<{ acct: string | undefined; look: Look }>({ acct: undefined, look: IDLE });
  useEffect(() => {
    if (!acct) return;
    const stop = new AbortController();
    const say = (next: Look) => {
      if (!stop.signal.aborted) setLook({ acct, look: next });
    };
    const start = setTimeout(() => {
      say({ state: "looking", slow: false });
      ask(acct, stop.signal).then(say, () => say(FAILED));
    }, PAUSE_MS);
    const slow = setTimeout(
      () => setLook((now) => (now.look.state === "looking" ? { acct, look: { state: "looking", slow: true } } : now)),
      PAUSE_MS + SLOW_MS,
    );
    return () => {
      stop.abort();
      clearTimeout(start);
      clearTimeout(slow);
    };
  }, [acct]);
  return look.acct === acct ? look.look : IDLE;
}

/** What is wrong with an address is said where it is typed. The form works without a preview. */
async function ask(acct: string, signal: AbortSignal): Promise<Look> {
  const answer = await fetch(`/api/handles?address=${encodeURIComponent(acct)}`, { signal });
  if (!answer.ok) return answer.status === MISTYPED ? IDLE : FAILED;
  const preview: unknown = await answer.json();
  return isPreview(preview) ? { state: "found", preview } : FAILED;
}

/** Our own server sends what the contract says; its whole schema would weigh more than all of this page. */
const isPreview = (value: unknown): value is HandlePreview =>
  typeof value === "object" && value !== null && "acct" in value && "host" in value;
