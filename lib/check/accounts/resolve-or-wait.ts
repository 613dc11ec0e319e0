import type { Wait } from "#lib/contract/check-state.ts";
import type { CheckFacts, Host, Side } from "#lib/domain/evidence/evidence.ts";
import type { Missing } from "#lib/domain/evidence/fact.ts";
import type { Gate, Refusal } from "#lib/domain/ports/gate.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { CheckDeps } from "../state/deps.ts";
import { resolve } from "./resolve.ts";

export type Resolved = { readonly facts: CheckFacts } | { readonly wait: Wait };

/** A check that began without the accounts would end without an answer, where an hour later there is one. */
export async function resolveOrWait(deps: CheckDeps, row: CheckRow): Promise<Resolved> {
  const { gate, until, leftAlone } = minding(deps.gate);
  const facts = await resolve({ ...deps, gate }, row);
  const shut = moversSides(facts).find(isShut);
  const wait = until() ?? (shut && [shut.host, shut.webHost].some(leftAlone) ? againIn(deps.now()) : undefined);
  return shut && wait ? { wait: { host: shut.webHost, ...wait } } : { facts };
}

/** Candidates are compared as far as they answer. */
const moversSides = ({ mode, old, targets }: CheckFacts): readonly Side[] =>
  mode === "moved" ? [old, ...targets] : [old];

const isShut = ({ software, account }: Side): boolean =>
  [software, account].some((fact) => !fact.known && (fact.gap === "over-budget" || isUntried(fact)));

/** The longest wait that anybody is told of. A pause that is longer is looked at again then. */
const LONGEST_MS = 3_600_000;
const againIn = (now: Date): Until => ({ until: new Date(now.getTime() + LONGEST_MS).toISOString(), why: "paused" });

/** Left alone because of an earlier failure, maybe somebody else's: nothing is said about a server that was not tried. */
const isUntried = ({ source }: Missing): boolean => source?.kind === "network" && source.untried === true;

type Until = Pick<Wait, "until" | "why">;
const WHY: Readonly<Partial<Record<Refusal, Wait["why"]>>> = { "over-budget": "window", paused: "paused" };

type Minding = {
  readonly gate: Gate;
  readonly until: () => Until | undefined;
  /** Paused, and not tried even once: a server that is silent now is paused as well, and that is said of it. */
  readonly leftAlone: (host: Host) => boolean;
};

/** Keeps in mind until when its last refusal holds, and who was not asked. */
function minding(gate: Gate): Minding {
  const moments: Until[] = [];
  const [paused, tried] = [new Set<Host>(), new Set<Host>()];
  const ask: Gate["ask"] = async (question) => {
    const reply = await gate.ask(question);
    (!reply.ok && reply.why === "paused" ? paused : tried).add(URL.parse(question.url)?.hostname ?? "");
    const why = reply.ok ? undefined : WHY[reply.why];
    if (why && !reply.ok && reply.until) moments.push({ until: reply.until, why });
    return reply;
  };
  return {
    gate: { ask },
    until: () => moments.sort((one, other) => one.until.localeCompare(other.until)).at(-1),
    leftAlone: (host) => paused.has(host) && !tried.has(host),
  };
}
