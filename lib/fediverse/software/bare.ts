import type { Adapter } from "../question/adapter.ts";

/**
 * Software that publishes no block list and answers strangers by ActivityPub alone, so that nobody is asked for what he
 * does not have.
 */
export const bare: Adapter = { id: "bare", showsMoved: false };
