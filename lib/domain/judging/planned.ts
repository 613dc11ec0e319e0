import type { CauseTable } from "../diagnosis/diagnose.ts";
import type {
  Certainty,
  Judged,
  MoveFinding,
  MoveFindingId,
  MoveVerdict,
  ServerSummary,
  Towards,
} from "../diagnosis/verdict.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { Host, TargetKey } from "../names/spellings.ts";
import { sum } from "./report.ts";

type Summary = Pick<ServerSummary, "host" | "towards">;
type Numbers = Readonly<Record<string, number>>;

/** One reason on one server, for how many. */
type InTheWay<Id extends string> = {
  readonly host: Host;
  readonly followers: number;
  readonly cause: Judged<Id>;
  readonly certainty: Certainty | null;
};

/** What a move to one candidate would mean. The truth lies between `clear` and `clearOrUnknown`. */
type CandidateNumbers<Id extends string> = {
  readonly server: TargetKey;
  readonly clear: number;
  readonly clearOrUnknown: number;
  readonly waits: number;
  readonly cannot: number;
  readonly unknown: number;
  readonly byCause: Numbers;
  readonly servers: readonly InTheWay<Id>[];
  readonly warnings: readonly { readonly id: MoveFindingId; readonly because: MoveFinding["because"] }[];
};

export type Planned<Id extends string = string> = {
  readonly candidates: readonly CandidateNumbers<Id>[];
  /** Without any move: who is cut off from the old account already. */
  readonly staying: { readonly unreachable: number; readonly servers: readonly InTheWay<Id>[] };
  readonly lostWhatever: { readonly count: number; readonly byCause: Numbers };
};

export function planned<Id extends string>(
  table: CauseTable<Id>,
  check: CheckFacts,
  move: MoveVerdict,
  servers: readonly Summary[],
): Planned<Id> {
  const [any] = check.targets;
  const lost = sum(servers.map((server) => lostWhatever(check, server)));
  const cutOff = new Set<string>(table.filter((cause) => cause.whateverTarget === "cut-off").map(({ id }) => id));
  const staying = any
    ? servers.flatMap((server) => rowsOf<Id>(server, any.key, "lost")).filter(({ cause }) => cutOff.has(cause))
    : [];
  return {
    candidates: check.targets.map(({ key }) => candidate(table, key, move, servers)),
    staying: { unreachable: staying.reduce((total, { followers }) => total + followers, 0), servers: bySize(staying) },
    lostWhatever: { count: total(lost), byCause: lost },
  };
}

/** On a candidate's own server a cause may not hold that does elsewhere: who is lost everywhere is the least of all. */
function lostWhatever({ targets }: CheckFacts, { towards }: Summary): Numbers {
  const all = targets.map(({ key }) => towards[key]?.lost ?? {});
  return all.reduce<Numbers>((least, one) => (total(one) < total(least) ? one : least), all[0] ?? {});
}

function candidate<Id extends string>(
  table: CauseTable<Id>,
  key: TargetKey,
  { findings }: MoveVerdict,
  servers: readonly Summary[],
): CandidateNumbers<Id> {
  const byCause = sum(servers.map(({ towards }) => towards[key]?.causes ?? {}));
  const { clear = 0, unknown = 0 } = byCause;
  const waiting = table.filter(({ helps }) => helps === "requests");
  const waits = waiting.reduce((sum, { id }) => sum + (byCause[id] ?? 0), 0);
  const inTheWay = servers
    .flatMap((server) => rowsOf<Id>(server, key, "causes"))
    .filter(({ cause }) => cause !== "clear");
  return {
    ...{ server: key, clear, waits, unknown, byCause },
    clearOrUnknown: clear + unknown,
    cannot: total(byCause) - clear - unknown - waits,
    servers: bySize(inTheWay),
    warnings: findings.filter(({ target }) => target === key).map(({ cause, because }) => ({ id: cause, because })),
  };
}

function rowsOf<Id extends string>(
  { host, towards }: Summary,
  key: TargetKey,
  which: "causes" | "lost",
): readonly InTheWay<Id>[] {
  const one: Pick<Towards, "causes" | "lost" | "certainties"> | undefined = towards[key];
  return Object.entries(one?.[which] ?? {}).map(([cause, followers]) => ({
    ...{ host, followers },
    cause: cause as Judged<Id>, // sound: tallies count outcomes of the same table, and are made anew with its rules
    certainty: one?.certainties[cause] ?? null,
  }));
}

const total = (numbers: Numbers): number => Object.values(numbers).reduce((all, number) => all + number, 0);

const bySize = <Id extends string>(rows: readonly InTheWay<Id>[]): readonly InTheWay<Id>[] =>
  [...rows].sort((one, other) => other.followers - one.followers || (one.host < other.host ? -1 : 1));
