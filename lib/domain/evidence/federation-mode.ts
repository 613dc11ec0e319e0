import { defined } from "#lib/flow/defined.ts";
import { type Fact, known } from "./fact.ts";
import type { Instance } from "./server.ts";
import type { Side } from "./side.ts";

/** Whom a server talks to at all. */
export type FederationMode = Pick<Instance, "federation" | "limitedFederation">;

/** What a server says of itself, as a side of a check has it. */
export function modeOf(said: Fact<FederationMode> | undefined): Pick<Side, keyof FederationMode> {
  if (!said?.known) return {};
  const fact = <T>(value: T | undefined): Fact<T> | undefined =>
    value === undefined ? undefined : known(value, said.source);
  const { federation, limitedFederation } = said.value;
  return defined({ federation: fact(federation), limitedFederation: fact(limitedFederation) });
}
