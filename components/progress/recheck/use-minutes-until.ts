"use client";

import { useEffect, useState } from "react";

const MINUTE = 60_000;
export const minutesUntil = (at: string | undefined, now: number): number =>
  at === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(at) - now) / MINUTE));

/** Counts down. The server knows no reader's clock: until a script is at work nothing is said to wait. */
export function useMinutesUntil(at: string | undefined): number {
  const [minutes, setMinutes] = useState(0);
  useEffect(() => {
    const look = () => setMinutes(minutesUntil(at, Date.now()));
    look();
    const timer = setInterval(look, MINUTE / 4);
    return () => clearInterval(timer);
  }, [at]);
  return minutes;
}
