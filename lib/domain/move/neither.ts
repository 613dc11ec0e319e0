import type { Counts } from "../diagnosis/verdict.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { Side } from "../evidence/side.ts";
import type { Tally } from "./tally.ts";

/** How many stand on neither list: counted with a snapshot, estimated from a number the mover stated. */
export function neitherOf({ old, before }: CheckFacts, target: Side, tally: Tally): Counts["neither"] {
  const bothRead = old.list.known && old.list.complete && target.list.known && target.list.complete;
  if (!bothRead) return null;
  if (before.is === "snapshot") return { about: tally.neither, basis: "snapshot" };
  if (before.is !== "stated" || before.count === undefined) return null;
  const onEither = old.list.value.read + target.list.value.read - tally.both;
  return { about: Math.max(0, before.count - onEither), basis: "stated" };
}
