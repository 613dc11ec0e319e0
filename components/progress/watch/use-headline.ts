"use client";

import { useEffect, useRef } from "react";

/** At the end the focus stands at the headline, unless the reader has put it elsewhere. Nothing scrolls away. */
export function useHeadline(drawn: boolean): void {
  const before = useRef(drawn);
  useEffect(() => {
    const ends = drawn && !before.current;
    before.current = drawn;
    const { activeElement } = document;
    const free = !activeElement || activeElement === document.body || activeElement.closest("[data-progress]") !== null;
    if (ends && free) document.querySelector("h1")?.focus({ preventScroll: true });
  }, [drawn]);
}
