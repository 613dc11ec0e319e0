import { keepLatest } from "#lib/flow/latest.ts";

/** As many as fit into a few dozen megabytes. */
const MOST_KEPT = 200;

/**
 * Pictures by the line that stands on them. A posted link is fetched by hundreds of servers within seconds: each line is
 * drawn once for all of them, and a drawing that failed is tried again.
 */
export function keepCards(draw: (line: string) => Promise<ArrayBuffer>): (line: string) => Promise<ArrayBuffer> {
  const cards = keepLatest<Promise<ArrayBuffer>>(MOST_KEPT);
  return (line) => {
    const kept = cards.get(line);
    if (kept !== undefined) return kept;
    const drawn = draw(line);
    cards.set(line, drawn);
    drawn.catch(() => cards.delete(line));
    return drawn;
  };
}
