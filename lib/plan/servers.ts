import { causeOf } from "#lib/causes/index.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import { KINDS, type Kind, type Kinds, kindsOf } from "./kinds.ts";

/** One of the followers' servers with what each candidate means for its people. */
export type PlanRow = {
  readonly server: ReportServer;
  readonly followers: number;
  readonly at: Readonly<Record<string, Kinds>>;
  readonly differs: boolean;
};
export type PlanRows = {
  readonly rows: readonly PlanRow[];
  /** What a server of one person decided is that person's own: counted, never named. */
  readonly onePerson: number;
};

/** Most followers first. */
export function planRows({ servers, candidates = [] }: Report): PlanRows {
  const keys = candidates.map(({ server }) => server);
  const judged = servers.filter(({ plans }) => plans !== undefined && Object.keys(plans).length > 0);
  const [own, others] = [judged.filter(isOwnDecision), judged.filter((server) => !isOwnDecision(server))];
  return {
    rows: others
      .map((server) => rowOf(server, keys))
      .sort((one, other) => other.followers - one.followers || (one.server.host < other.server.host ? -1 : 1)),
    onePerson: own.length,
  };
}

export const isOwnDecision = ({ onePerson, plans = {} }: ReportServer): boolean =>
  onePerson && Object.values(plans).some((causes) => Object.keys(causes).some((cause) => causeOf(cause)?.personal));

function rowOf(server: ReportServer, keys: readonly string[]): PlanRow {
  const at = Object.fromEntries(keys.map((key) => [key, kindsOf(server.plans?.[key] ?? {})]));
  const [first, ...rest] = Object.values(at);
  const differs = first !== undefined && rest.some((kinds) => KINDS.some((kind) => kinds[kind] !== first[kind]));
  return { server, followers: server.known, at, differs };
}

/** The rows that have somebody of this kind at this candidate. */
export const rowsWith = (rows: readonly PlanRow[], candidate: string, kind: Kind): readonly PlanRow[] =>
  rows.filter(({ at }) => (at[candidate]?.[kind] ?? 0) > 0);
