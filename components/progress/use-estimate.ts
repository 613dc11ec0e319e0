"use client";

import { useEffect, useState } from "react";
import { estimate, type Sample } from "./estimate.ts";
import type { StepView } from "./steps.ts";

const KEPT = 60;

/** Measures the step at work; another step starts from nothing. */
export function useEstimate(step: StepView | undefined) {
  const [measured, setMeasured] = useState<{ id: string; samples: readonly Sample[] }>({ id: "", samples: [] });
  const { id = "", done = 0, total = null } = step ?? {};
  useEffect(() => {
    setMeasured((now) => ({
      id,
      samples: [...(now.id === id ? now.samples : []), { at: Date.now(), done }].slice(-KEPT),
    }));
  }, [id, done]);
  return estimate(measured.samples, total);
}
