import { empty, error } from "../software/common/reply.ts";
import type { Fault } from "./fault.ts";

/** What a Mastodon goes on saying while it deletes itself: as if nothing were. */
const GOES_ON = /^\/(?:robots\.txt|nodeinfo\/|\.well-known\/)/;

/** A Mastodon that was told to delete itself: gone for the client API and in all documents, alive to a stranger who only asks who it is. */
export const closing = {
  "self-destructs": {
    down: true,
    instead: ({ path, method }) => {
      if (GOES_ON.test(path)) return undefined;
      return method === "POST" ? empty(500) : GONE;
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;

const GONE = error(410, "Gone");
