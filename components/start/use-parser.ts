"use client";

import { useEffect, useState } from "react";

type Parser = Pick<typeof import("#lib/domain/names/handle.ts"), "parseHandle" | "parseHandles">;

/** What understands an address is fetched with its first letter: the start needs none of it. */
export function useParser(wanted: boolean): Parser | undefined {
  const [parser, setParser] = useState<Parser>();
  useEffect(() => {
    if (!wanted) return;
    // Without it the form says nothing beforehand, and works as it does without a script.
    import("#lib/domain/names/handle.ts").then(
      ({ parseHandle, parseHandles }) => setParser({ parseHandle, parseHandles }),
      () => undefined,
    );
  }, [wanted]);
  return parser;
}
