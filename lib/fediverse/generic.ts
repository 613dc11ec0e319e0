import type { Adapter } from "./adapter.ts";
import { domainBlocks } from "./domain-blocks.ts";

/** Software nobody here has read: its actors and collections, and a block list where it has one of the usual kinds. */
export const generic: Adapter = {
  family: "generic",
  software: [],
  showsMoved: false,
  blocks: [domainBlocks("mastodon")],
};
