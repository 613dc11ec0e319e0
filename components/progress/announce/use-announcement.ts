"use client";

import { useEffect, useRef, useState } from "react";
import type { CheckState } from "#lib/contract/check-state.ts";
import { type Announcement, announce, NOTHING_SAID } from "./announce.ts";

/** What a check at work says next. Its end is said when its report is there. */
export function useAnnouncement(state: CheckState, behind: boolean): Announcement["say"] | null {
  const said = useRef(NOTHING_SAID);
  const [say, setSay] = useState<Announcement["say"] | null>(null);
  useEffect(() => {
    if (behind) return;
    const next = announce(state, said.current, Date.now());
    if (!next) return;
    said.current = next.said;
    setSay(next.say);
  }, [state, behind]);
  return say;
}
