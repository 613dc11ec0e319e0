import { rank } from "../diagnosis/certainty.ts";
import type { Certainty } from "../diagnosis/verdict.ts";
import type { Fact, Gap } from "../evidence/fact.ts";
import type { Pass, Stance } from "../evidence/stance.ts";
import type { Reading, Unread, Wall, Witness } from "./reading.ts";

/** What one source says on whether something gets through. */
export type Statement = {
  readonly blocked: boolean;
  readonly certainty: Certainty;
  readonly published?: boolean;
  readonly allowList?: boolean;
  readonly witness: Witness;
};

/**
 * All statements on one wall. The most certain wins; among the likely a published row beats an absence or a presence;
 * where nothing wins, both are shown and "blocked" is no more than possible.
 */
export function weigh(statements: readonly Statement[], gaps: readonly Gap[]): Reading<Wall> {
  if (statements.length === 0) return unread(gaps);
  const top = Math.max(...statements.map(({ certainty }) => rank(certainty)));
  const strongest = statements.filter(({ certainty }) => rank(certainty) === top);
  // Two proofs that contradict each other are no proof, no matter which one is published.
  const published = top < rank("proven") ? strongest.filter((word) => word.published) : [];
  const deciding = published.length > 0 ? published : strongest;
  const blocked = deciding.some((word) => word.blocked);
  const agreed = deciding.every((word) => word.blocked === blocked);
  const certainty = agreed && deciding[0] ? deciding[0].certainty : "possible";
  const shown = agreed ? statements.filter((word) => word.blocked === blocked) : deciding;
  return {
    known: true,
    value: {
      blocked,
      allowList: blocked && deciding.every((word) => !word.blocked || word.allowList === true),
      published: deciding.some((word) => word.blocked === blocked && word.published === true),
    },
    certainty,
    because: shown.map(({ witness }) => witness),
  };
}

export const unread = (gaps: readonly Gap[]): Unread => ({
  known: false,
  gaps: gaps.length > 0 ? [...new Set(gaps)] : ["not-asked"],
});

export type Direction = "inbound" | "outbound";

/** A published list, or a server's own answer about this one name. */
export function statementOfList(
  fact: Fact<Stance> | undefined,
  direction: Direction,
  witness: Witness,
): readonly Statement[] {
  // Misskey answers "never met" for a host nobody there ever exchanged a post with; a blocked one it would know.
  if (fact?.known === false && fact.gap === "never-met") return [{ blocked: false, certainty: "likely", witness }];
  if (!fact?.known) return [];
  const pass = passOf(fact.value[direction], fact.complete);
  if (pass === "unknown") return [];
  const blocked = pass === "blocked";
  return [
    {
      blocked,
      certainty: certaintyOf(fact.value, blocked),
      published: true,
      allowList: fact.value.allowList ?? false,
      witness,
    },
  ];
}

/** Somebody there looked and told the mover: nothing of it is published. */
export function statementByHand(
  fact: Fact<Stance> | undefined,
  direction: Direction,
  witness: Witness,
): readonly Statement[] {
  if (!fact?.known || fact.value[direction] === "unknown") return [];
  return [{ blocked: fact.value[direction] === "blocked", certainty: "likely", witness }];
}

/** A list that was not read to its end proves what stands in it and nothing else. */
const passOf = (pass: Pass, complete: boolean | undefined): Pass =>
  pass === "open" && complete === false ? "unknown" : pass;

function certaintyOf({ basis, match, parentProves }: Stance, blocked: boolean): Certainty {
  if (basis !== "list") return "likely";
  if (!blocked) return "proven";
  if (match === "pattern") return "possible";
  return match === "parent" && !parentProves ? "likely" : "proven";
}

export const gapsOf = (...facts: readonly (Fact<unknown> | undefined)[]): readonly Gap[] =>
  facts.flatMap((fact) => (fact && !fact.known ? [fact.gap] : []));
