"use client";

import { useEffect, useRef, useState } from "react";
import { targetOf } from "./advice/advice.ts";
import { type AddressState, previewOf } from "./use-address.ts";

/** What the old account points to fills the second field, as long as nobody has written another address there. */
export function useFillNew(old: AddressState, fresh: AddressState): void {
  const target = targetOf(previewOf(old));
  const filled = useRef("");
  const { text, fill } = fresh;
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled once for each redirect found; emptied by hand it stays empty
  useEffect(() => {
    if (text !== filled.current) return;
    // Another old address takes away what the one before it had brought.
    filled.current = target ? `@${target}` : "";
    if (text !== filled.current) fill(filled.current);
  }, [target]);
}

/** "Old → new" pasted into the first field fills both, where the second is still empty. True once that happened. */
export function usePair(old: AddressState, fresh: AddressState): boolean {
  const [paired, setPaired] = useState(false);
  const [one, other] = old.pair ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled once for each pair
  useEffect(() => {
    if (!one || !other || fresh.text !== "") return;
    old.fill(one);
    fresh.fill(other);
    setPaired(true);
  }, [one, other]);
  return paired;
}
