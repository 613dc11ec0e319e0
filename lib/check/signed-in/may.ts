import type { Side } from "#lib/domain/evidence/side.ts";
import type { Pass, Tick } from "#lib/domain/ports/tokens.ts";
import { factsOf } from "#lib/software/index.ts";

/** The owner has ticked it, and the server has given the rights for it: coarse ones come without a tick as well. */
export function may(tick: Exclude<Tick, "keep">, { rights, ticks }: Pass, { software }: Side): boolean {
  const wanted = software.known ? factsOf(software.value.name)?.signIn?.more?.[tick] : undefined;
  return (ticks?.includes(tick) && wanted?.split(" ").every((right) => rights.includes(right))) ?? false;
}
