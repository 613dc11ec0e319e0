import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Software } from "#lib/domain/evidence/server.ts";
import { factsOf } from "./index.ts";
import type { Traits } from "./traits.ts";

export const traitsOf = (name: string | undefined): Traits => factsOf(name)?.traits ?? NONE;

const NONE: Traits = {};

/** Null where the server did not say what it runs. */
export const traitsOfFact = (software: Fact<Software> | undefined): Traits | null =>
  software?.known ? traitsOf(software.value.name) : null;
