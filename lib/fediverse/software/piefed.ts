import type { Adapter } from "../question/adapter.ts";
import { domainBlocks } from "./domain-blocks.ts";
import { federatedInstances } from "./lemmy.ts";

/**
 * People hardly follow people there; its list is cheap to read and settles the matter. The list in Mastodon's shape is
 * empty where it keeps a list of allowed servers, so the other shape comes first.
 */
export const piefed: Adapter = {
  id: "piefed",
  showsMoved: false,
  blocks: [federatedInstances("piefed"), domainBlocks("piefed", { emptyHides: true })],
};
