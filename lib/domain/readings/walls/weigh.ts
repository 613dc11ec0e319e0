import type { Traits } from "#lib/software/traits.ts";
import { rank, weakest } from "../../diagnosis/certainty.ts";
import type { Certainty } from "../../diagnosis/verdict.ts";
import { type Fact, type Gap, isInside } from "../../evidence/fact.ts";
import type { Pass, Stance } from "../../evidence/stance.ts";
import type { Reading, Unread, Wall, Witness } from "../reading.ts";

/** What one source says on whether something gets through. */
export type Statement = {
  readonly blocked: boolean;
  readonly certainty: Certainty;
  readonly published?: boolean;
  /** The server itself refused it when it was asked by one of its own people. */
  readonly refused?: true;
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
      ...(deciding.some((word) => blocked && word.refused) ? REFUSED : {}),
    },
    certainty,
    because: shown.map(({ witness }) => witness),
  };
}

const REFUSED = { refused: true } as const;

export const unread = (gaps: readonly Gap[]): Unread => ({
  known: false,
  gaps: gaps.length > 0 ? [...new Set(gaps)] : ["not-asked"],
});

export type Direction = "inbound" | "outbound";

/** Whose list it is, and whether an explicit allow of it is known. */
type Publisher = { readonly traits: Traits | null; readonly allow?: Fact<boolean> | undefined };

/** A published list, or a server's own answer about this one name. */
export function statementOfList(
  fact: Fact<Stance> | undefined,
  direction: Direction,
  witness: Witness,
  by: Publisher,
): readonly Statement[] {
  // Misskey answers "never met" for a host nobody there ever exchanged a post with; a blocked one it would know.
  if (fact?.known === false && fact.gap === "never-met") return [{ blocked: false, certainty: "likely", witness }];
  if (!fact?.known) return [];
  const pass = passOf(fact.value[direction], fact.complete);
  if (pass === "unknown") return [];
  const blocked = pass === "blocked";
  // Of a server that does not say what it runs the list is read with the same caution.
  const withCare = blocked && (by.traits === null || by.traits.allowBeatsBlock);
  const said = withCare ? wordBesideAllow(fact.value, by.allow) : wordOf(fact.value, blocked);
  // What it shows its own people alone is no word to everybody, and a refusal all the same.
  const told = isInside(fact.source) ? (said.blocked ? REFUSED : {}) : { published: true };
  return [{ ...said, ...told, witness }];
}

type Word = Pick<Statement, "blocked" | "certainty" | "allowList">;

const wordOf = (stance: Stance, blocked: boolean): Word => ({
  ...{ blocked, certainty: stanceCertainty(stance, blocked) },
  allowList: stance.allowList ?? false,
});

/** Where an explicit allow beats a block, the row of the block stays listed: it is proven where no allow is. */
function wordBesideAllow(stance: Stance, allow: Fact<boolean> | undefined): Word {
  if (allow?.known && allow.value) return { blocked: false, certainty: "likely" };
  return { blocked: true, certainty: weakest(stanceCertainty(stance, true), allow?.known ? "proven" : "likely") };
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

export function stanceCertainty({ basis, match, parentProves, rarely }: Stance, blocked: boolean): Certainty {
  if (basis !== "list") return "likely";
  if (!blocked) return "proven";
  if (match === "pattern") return "possible";
  return rarely || (match === "parent" && !parentProves) ? "likely" : "proven";
}

export const gapsOf = (...facts: readonly (Fact<unknown> | undefined)[]): readonly Gap[] =>
  facts.flatMap((fact) => (fact && !fact.known ? [fact.gap] : []));
