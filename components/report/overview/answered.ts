import type { ReportServer } from "#lib/contract/report.ts";

/** Of the servers that were asked, how many gave any answer themselves. */
export type Answered = { readonly asked: number; readonly answered: number };

const TRUSTED = 0.05;

/** So many silent servers that the number above all may change. */
const MANY = 0.2;

export function answeredServers(servers: readonly ReportServer[]): Answered {
  const asked = servers.filter(wasAsked);
  return { asked: asked.length, answered: asked.filter((server) => !isSilent(server)).length };
}

/** A few silent servers are every day's weather; more of them make the result incomplete. */
export const isMostlyAnswered = ({ asked, answered }: Answered): boolean =>
  asked === 0 || (asked - answered) / asked <= TRUSTED;

export const isIncomplete = ({ asked, answered }: Answered): boolean => asked > 0 && (asked - answered) / asked > MANY;

/** Where an answer comes from the server itself: what the mover's two servers say about it is none of its answers. */
const OWN = ["nodeinfo", "instance", "onOld.", "onTarget."] as const;

type Fact = ReportServer["facts"][number];
const isOwn = ({ fact, gap }: Fact): boolean => gap !== "not-asked" && OWN.some((name) => fact.startsWith(name));

const wasAsked = ({ facts, missing }: ReportServer): boolean =>
  missing > 0 && facts.some((one) => isOwn(one) || isLife(one));

/** It was asked, and nothing came back. One that answers "not for strangers" has answered. */
export function isSilent(server: ReportServer): boolean {
  const own = server.facts.filter(isOwn);
  if (server.facts.some((fact) => isLife(fact) && isQuiet(fact.value))) return true;
  return own.length > 0 && own.every((fact) => fact.gap === "unreachable" || isTold(fact));
}

/** An answer of before may be kept; whether it is silent now is a fact of its own. */
const isLife = ({ fact, known }: Fact): boolean => fact === "life" && known;
const isQuiet = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "state" in value && value.state === "silent";

/** What the mover says of a server, or a file, is no answer of that server. */
const isTold = ({ source }: Fact): boolean => source !== undefined && source.kind !== "network";
