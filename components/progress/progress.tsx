"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { load } from "#components/ui/load.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import { isEnded } from "./ended.ts";
import { Ended, Unwatched } from "./ended-note.tsx";

/** Most pages of a check are read after it has ended, and need nothing of what watches one. */
const Watched = dynamic(load(() => import("./watched.tsx"), Unwatched));

/** A reader who watched a check run keeps the panel: taking it away would make the page jump under the reader. */
export function Progress({ rendered }: { rendered: CheckState }) {
  const ended = isEnded(rendered);
  const [watched, setWatched] = useState(!ended);
  if (!ended && !watched) setWatched(true);
  return watched ? <Watched rendered={rendered} /> : <Ended state={rendered} />;
}
