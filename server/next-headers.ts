import type { IncomingHttpHeaders } from "node:http";

/** The client's router describes the page it stands on; ours have at most a handful of levels. */
const LONGEST_TREE = 4_096;
const DEEPEST_TREE = 40;

/**
 * Whether headers that Next reads for itself are such as our own pages send. Next answers 500 to others, reads long
 * ones at length, and we have no server actions.
 */
export function speaksAsOurPages(headers: IncomingHttpHeaders): boolean {
  if (headers["next-action"] !== undefined) return false;
  const tree = headers["next-router-state-tree"];
  return tree === undefined || (headers.rsc !== undefined && typeof tree === "string" && isTree(tree));
}

function isTree(text: string): boolean {
  if (text.length > LONGEST_TREE) return false;
  try {
    const plain = decodeURIComponent(text);
    return (plain.match(/\[/g)?.length ?? 0) <= DEEPEST_TREE && Array.isArray(JSON.parse(plain));
  } catch {
    return false;
  }
}
