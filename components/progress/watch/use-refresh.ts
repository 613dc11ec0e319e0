"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/** Often enough to feel alive, seldom enough to be read and to cost little. */
const GAP_MS = 3_000;

/** Has the server draw the report again when the check has moved on since the one on the page was drawn. */
export function useRefresh({ rev, drawn, ended, held }: { rev: number; drawn: number; ended: boolean; held: boolean }) {
  const router = useRouter();
  const last = useRef(0);
  const [drawing, startTransition] = useTransition();
  useEffect(() => {
    // A new request would end the one under way, and on a busy server none would ever arrive.
    if (held || drawing || rev <= drawn) return;
    const wait = ended ? 0 : Math.max(0, last.current + GAP_MS - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      startTransition(() => router.refresh());
    }, wait);
    return () => clearTimeout(timer);
  }, [router, rev, drawn, ended, held, drawing]);
}
