import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Software } from "#lib/domain/evidence/server.ts";
import type { Family } from "#lib/domain/readings/reading.ts";
import { factsOf } from "./index.ts";

export const familyOf = (software: Pick<Software, "name">): Family => factsOf(software.name)?.family ?? "other";

/** Null where the server did not say what it runs. */
export const familyOfFact = (software: Fact<Software> | undefined): Family | null =>
  software?.known ? familyOf(software.value) : null;
