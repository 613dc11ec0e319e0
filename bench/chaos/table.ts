import type { Round } from "./round.ts";

export const HEAD =
  "| what happened | seconds | checks | streams | page: whole, away, nobody there | requests | broken promises |\n|---|---|---|---|---|---|---|";

export function rowOf({ name, seconds, checks, streams, readings, requests, broken }: Round): string {
  const read = `${readings.whole}, ${readings.away}, ${readings.nobody}`;
  const cells = [name, seconds.toFixed(0), checks, streams, read, requests, broken.join("; ") || "none"];
  return `| ${cells.join(" | ")} |`;
}
