import type { Resolved } from "../evidence/evidence.ts";
import type { Fact } from "../evidence/fact.ts";
import type { Context } from "./context.ts";
import type { Witness } from "./reading.ts";
import type { Statement } from "./walls/weigh.ts";

/**
 * Somebody of F looked one of the mover's servers up there. A Mastodon finds it unless it suspends it, and then it asks
 * nobody; one that talks to named servers alone answers alike. Who is not found although we found him ourselves is shut out
 * most likely: the answer of that moment may have got lost as well.
 */
export function statementOfLookUp(
  { family, server: { instance } }: Pick<Context, "family" | "server">,
  resolve: Fact<Resolved> | undefined,
  witness: Witness,
): readonly Statement[] {
  if (family !== "mastodon" || !resolve?.known) return [];
  const { found, oneName } = resolve.value;
  if (found) return [{ blocked: false, certainty: oneName ? "proven" : "likely", witness }];
  // Old versions do not say whether they talk to named servers alone.
  const allowList = instance?.known ? instance.value.limitedFederation : undefined;
  return allowList === undefined ? [] : [{ blocked: true, certainty: "likely", refused: true, allowList, witness }];
}
