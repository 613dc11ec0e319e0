"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";

/** A check's pages bring a header and a main part of their own. */
const OWN = "check";

export function PageRoom({ header, children }: { header: ReactNode; children: ReactNode }) {
  if (useSelectedLayoutSegment() === OWN) return children;
  return (
    <>
      {header}
      <main className="page" id="main">
        {children}
      </main>
    </>
  );
}
