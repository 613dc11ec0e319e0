import type { SoftwareFacts } from "./define.ts";

export const gnusocial = {
  names: { gnusocial: "GNU social" },
  family: "other",
  asks: "generic",
  moves: [],
  blocks: null,
  paths: { compose: "/notice/new?status_textarea={content}" },
} as const satisfies SoftwareFacts;
