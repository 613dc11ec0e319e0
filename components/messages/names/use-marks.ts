"use client";

import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { kept } from "#components/ui/browser/kept.ts";

export type MarkName = "asked" | "skip";

/** Remembers who was asked or is to be left alone, one person after the other. */
export function useMarks(id: string) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const mark = async (accts: readonly string[], as: MarkName | null) => {
    setBusy(true);
    const done = await Promise.all(accts.map((acct) => put(id, acct, as)));
    const some = done.some(Boolean);
    if (as === "asked" && some) rememberAskedToday(id);
    setBusy(false);
    setFailed(accts.filter((_, at) => !done[at]));
    // Without a connection the router would leave this page for one that cannot be loaded.
    if (some) router.refresh();
  };
  return { busy, failed, mark, askedToday: useAskedToday(id) };
}

async function put(id: string, acct: string, mark: MarkName | null): Promise<boolean> {
  const answer = await fetch(`/api/checks/${id}/marks`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ acct, mark }),
  }).catch(() => null);
  return answer?.ok === true;
}

const keyOf = (id: string) => `housewarming.asked.${id}`;
const today = () => new Date().toISOString().slice(0, 10);
const CHANGED = "housewarming-asked";

/** The day stays on this device: the check keeps who was asked and not when. */
function rememberAskedToday(id: string): void {
  kept.write(keyOf(id), today());
  dispatchEvent(new Event(CHANGED));
}

function useAskedToday(id: string): boolean {
  const read = () => kept.read(keyOf(id)) === today();
  return useSyncExternalStore(onChange, read, () => false);
}

function onChange(changed: () => void): () => void {
  addEventListener(CHANGED, changed);
  return () => removeEventListener(CHANGED, changed);
}
