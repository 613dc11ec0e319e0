import type { SoftwareFacts } from "./define.ts";

export const hubzilla = {
  names: { hubzilla: "Hubzilla" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: { compose: "/rpost?body={content}" },
} as const satisfies SoftwareFacts;
