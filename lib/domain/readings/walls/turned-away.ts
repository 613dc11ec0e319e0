import type { Fact } from "../../evidence/fact.ts";
import type { Context } from "../context.ts";
import type { Statement } from "./weigh.ts";

/**
 * What it means for the target that a GoToSocial turned our own host away. No list of its names us, so it may let in named
 * servers only, whatever its empty list of blocks says; or it blocks us, which is nothing between it and the mover.
 */
function isTurningUsAway({ family, server, aboutTarget: { allow }, headCount }: Context): boolean {
  const talksToTarget = says(allow, true) || headCount.here > 0;
  return family === "gotosocial" && says(server.refusesSigned, true) && !talksToTarget;
}

/**
 * It names OLD among the servers that it lets in, and not the target. Where it does not name OLD its people follow OLD
 * all the same: then that list decides nothing, and it is us whom it blocks.
 */
export const letsInNamedAlone = (context: Context): boolean =>
  isTurningUsAway(context) && says(context.aboutOld.allow, true) && says(context.aboutTarget.allow, false);

/** That no row of blocks names the target is no more than a hint then. */
export const weakenedBy = (context: Context, statements: readonly Statement[]): readonly Statement[] =>
  isTurningUsAway(context)
    ? statements.map((one) => (one.blocked ? one : { ...one, certainty: "possible" }))
    : statements;

const says = (fact: Fact<boolean> | undefined, value: boolean): boolean => fact?.known === true && fact.value === value;
