import type { Wait } from "#lib/contract/check-state.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate, Refusal } from "#lib/domain/ports/gate.ts";

export type Until = Pick<Wait, "until" | "why">;
const WHY: Readonly<Partial<Record<Refusal, Wait["why"]>>> = { "over-budget": "window", paused: "paused" };

export type Minding = {
  readonly gate: Gate;
  /** Until when the last refusal holds. */
  readonly until: () => Until | undefined;
  /** Paused, and not tried even once: a server that is silent now is paused as well, and that is said of it. */
  readonly leftAlone: (host: Host) => boolean;
  /** It let a question wait until we gave up. */
  readonly wasLate: (host: Host) => boolean;
};

/** Keeps in mind until when its last refusal holds, who was not asked, and who was late. */
export function minding(gate: Gate): Minding {
  const moments: Until[] = [];
  const [paused, tried, late] = [new Set<Host>(), new Set<Host>(), new Set<Host>()];
  const ask: Gate["ask"] = async (question) => {
    const reply = await gate.ask(question);
    const host = URL.parse(question.url)?.hostname ?? "";
    (!reply.ok && reply.why === "paused" ? paused : tried).add(host);
    if (!reply.ok && reply.why === "timeout") late.add(host);
    const why = reply.ok ? undefined : WHY[reply.why];
    if (why && !reply.ok && reply.until) moments.push({ until: reply.until, why });
    return reply;
  };
  return {
    gate: { ask },
    until: () => moments.sort((one, other) => one.until.localeCompare(other.until)).at(-1),
    leftAlone: (host) => paused.has(host) && !tried.has(host),
    wasLate: (host) => late.has(host),
  };
}
