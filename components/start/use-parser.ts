"use client";

import { useEffect, useState } from "react";
import type { parseHandle } from "#lib/domain/handle.ts";

type Parser = typeof parseHandle;

/** What understands an address is fetched with its first letter: the start needs none of it. */
export function useParser(wanted: boolean): Parser | undefined {
  const [parser, setParser] = useState<Parser>();
  useEffect(() => {
    if (!wanted) return;
    // Without it the form says nothing beforehand, and works as it does without a script.
    import("#lib/domain/handle.ts").then(
      ({ parseHandle }) => setParser(() => parseHandle),
      () => undefined,
    );
  }, [wanted]);
  return parser;
}
