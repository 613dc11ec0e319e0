import { planned } from "#lib/causes/judge.ts";
import type { Report } from "#lib/contract/report.ts";
import type { ServerSummary } from "#lib/domain/diagnosis/verdict.ts";
import type { Side } from "#lib/domain/evidence/evidence.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { toAccount } from "./read-rows.ts";

type Plan = Pick<Report, "snapshot" | "candidates" | "staying" | "lostWhatever">;
type AvatarPath = (url: string) => string;

/** What a planned check says beside its servers: candidates side by side, staying, and who is lost whatever one does. */
export function planOf(
  { mode, facts, move, updatedAt }: CheckRow,
  servers: readonly Pick<ServerSummary, "host" | "towards">[],
  avatarPath: AvatarPath,
): Plan {
  if (mode !== "planned" || !facts) return {};
  const { candidates, staying, lostWhatever } = planned(facts, move ?? { state: "unclear", findings: [] }, servers);
  const sides = new Map(facts.targets.map((side) => [side.key, side]));
  return {
    snapshot: { count: facts.old.list.known ? facts.old.list.value.read : 0, at: updatedAt.toISOString() },
    candidates: candidates.map((candidate) => ({
      ...candidate,
      ...sideOf(sides.get(candidate.server), avatarPath),
      servers: [...candidate.servers],
      warnings: candidate.warnings.map(({ id, because }) => ({ id, because: [...because] })),
    })),
    staying: { unreachable: staying.unreachable, servers: [...staying.servers] },
    lostWhatever,
  };
}

type Described = Pick<NonNullable<Report["candidates"]>[number], "account" | "software" | "signUp">;

function sideOf(side: Side | undefined, avatarPath: AvatarPath): Described {
  const signUp = side?.instance?.known ? (side.instance.value.signUp ?? "unknown") : "unknown";
  return {
    account: side?.acct ? toAccount(side, avatarPath) : null,
    signUp,
    ...(side?.software.known ? { software: side.software.value } : {}),
  };
}
