import type { AskedAbout } from "../evidence/answers.ts";
import type { Fact } from "../evidence/fact.ts";
import type { Instance } from "../evidence/server.ts";
import type { Context } from "./context.ts";
import type { Witness } from "./reading.ts";
import { isNamedAlone } from "./walls/named-servers.ts";
import type { Statement } from "./walls/weigh.ts";

/**
 * Somebody of F looked one of the mover's servers up there. A Mastodon finds it unless it suspends it, and then it asks
 * nobody; one that talks to named servers alone answers alike. Who is not found although we found him ourselves is shut out
 * most likely, unless F says so: the answer of that moment may have got lost as well.
 */
export function statementOfLookUp(context: Context, about: AskedAbout, witness: Witness): readonly Statement[] {
  const { traits, server } = context;
  const { resolve } = about;
  if (!traits?.findsNobody || !resolve?.known) return [];
  const { found, oneName, said } = resolve.value;
  if (found) return [{ blocked: false, certainty: oneName ? "proven" : "likely", witness }];
  // Elsewhere an answer with nobody in it has many reasons.
  if (traits.findsNobody !== "then-alone" && !said) return [];
  const allowList = saysOfItself(server.instance) ?? (isNamedAlone(context, about) || undefined);
  const certainty = said ? "proven" : "likely";
  return allowList === undefined ? [] : [{ blocked: true, certainty, refused: true, allowList, witness }];
}

/** Old versions do not say whether they talk to named servers alone. */
const saysOfItself = (instance: Fact<Instance> | undefined): boolean | undefined =>
  instance?.known ? instance.value.limitedFederation : undefined;
