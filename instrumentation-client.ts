import "react-dom/client";

/** The queue of scripts that `next/script` has Next wait for before it starts a page. */
type Queue = [source: undefined, attributes: { children: string }][];
const page = globalThis as { __next_s?: Queue };

/**
 * Next begins everything in one task, which a slow phone feels as one long pause. Here it is begun in three: React by
 * the import above, then its router, and the rest when Next has waited for an empty script.
 */
page.__next_s = [[undefined, { children: "" }]];
setTimeout(() => require("next/link"));
