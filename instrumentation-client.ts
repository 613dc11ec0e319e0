import "react-dom/client";

/** The queue of scripts that `next/script` has Next wait for before it starts a page. */
type Queue = [source: undefined, attributes: { children: string }][];
const page = globalThis as { __next_s?: Queue };

/**
 * Next begins everything in one task, which a slow phone feels as one long pause. React is begun by the import above;
 * an empty script to wait for lets the browser breathe before Next begins the rest.
 */
page.__next_s = [[undefined, { children: "" }]];
