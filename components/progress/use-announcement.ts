"use client";

import { useEffect, useRef, useState } from "react";
import type { CheckState } from "#lib/contract/check-state.ts";
import { type Announcement, announce, NOTHING_SAID } from "./announce.ts";
import { isEnded } from "./ended.ts";

/** A page that is opened on a finished check has nothing to announce, nor one whose report is still to come. */
export function useAnnouncement(state: CheckState, behind: boolean): Announcement["say"] | null {
  const quiet = useRef(isEnded(state));
  const said = useRef(NOTHING_SAID);
  const [say, setSay] = useState<Announcement["say"] | null>(null);
  useEffect(() => {
    if (quiet.current || behind) return;
    const next = announce(state, said.current, Date.now());
    if (!next) return;
    said.current = next.said;
    setSay(next.say);
  }, [state, behind]);
  return say;
}
