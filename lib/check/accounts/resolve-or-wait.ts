import type { Wait } from "#lib/contract/check-state.ts";
import type { CheckFacts, Side } from "#lib/domain/evidence/evidence.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { CheckDeps } from "../state/deps.ts";
import { resolve } from "./resolve.ts";

export type Resolved = { readonly facts: CheckFacts } | { readonly wait: Wait };

/** A check that began without the accounts would end without an answer, where an hour later there is one. */
export async function resolveOrWait(deps: CheckDeps, row: CheckRow): Promise<Resolved> {
  const { gate, until } = minding(deps.gate);
  const facts = await resolve({ ...deps, gate }, row);
  const shut = moversSides(facts).find(isShut);
  const at = until();
  return shut && at ? { wait: { host: shut.webHost, until: at, why: "window" } } : { facts };
}

/** Candidates are compared as far as they answer. */
const moversSides = ({ mode, old, targets }: CheckFacts): readonly Side[] =>
  mode === "moved" ? [old, ...targets] : [old];

const isShut = ({ software, account }: Side): boolean =>
  [software, account].some((fact) => !fact.known && fact.gap === "over-budget");

/** Keeps in mind until when its last refusal holds. */
function minding(gate: Gate): { readonly gate: Gate; readonly until: () => string | undefined } {
  const moments: string[] = [];
  const ask: Gate["ask"] = async (question) => {
    const reply = await gate.ask(question);
    if (!reply.ok && reply.why === "over-budget" && reply.until) moments.push(reply.until);
    return reply;
  };
  return { gate: { ask }, until: () => moments.sort().at(-1) };
}
