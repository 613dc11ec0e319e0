import type { SoftwareFacts } from "./define.ts";
import { misskey } from "./misskey.ts";

const { follow, compose, followRequests, feed } = misskey.paths;

/** It left Misskey at 12, before moving accounts came: nobody here has read what it does with a Move. */
export const foundkey = {
  names: { foundkey: "FoundKey" },
  family: "misskey",
  traits: misskey.traits,
  asks: "misskey",
  moves: [],
  blocks: null,
  youngestFirst: true,
  paths: { follow, compose, followRequests, feed },
} as const satisfies SoftwareFacts;
