import type { Side } from "#lib/domain/evidence/evidence.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { factsOf } from "#lib/software/index.ts";

/** The owner has ticked it, and the server has given the rights for it. */
export function may(tick: "people" | "blocks", { rights }: Pass, { software }: Side): boolean {
  const wanted = software.known ? factsOf(software.value.name)?.signIn?.more?.[tick] : undefined;
  return wanted?.split(" ").every((right) => rights.includes(right)) ?? false;
}
