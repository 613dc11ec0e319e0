import { planned } from "#lib/causes/judge.ts";
import type { Report } from "#lib/contract/report.ts";
import type { ServerSummary } from "#lib/domain/diagnosis/verdict.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { NOBODY } from "../accounts/resolve.ts";
import { movedAfterOf } from "./moved-after.ts";
import { namedBy } from "./named-by.ts";
import { toAccount } from "./read-rows.ts";
import { shownOpinions } from "./shown-opinions.ts";
import { type SuggestedFrom, suggestionsFrom } from "./suggestions.ts";

/** A server as far as the plan needs it. */
type PlanServer = Pick<ServerSummary, "host" | "towards" | "onePerson"> & SuggestedFrom;
type Plan = Pick<Report, "suggestions" | "snapshot" | "movedAfter" | "candidates" | "staying" | "lostWhatever">;
type AvatarPath = (url: string) => string;
type Shown = {
  readonly avatarPath: AvatarPath;
  /** Servers are named as people are: a server of one is a person. */
  readonly named: boolean;
  /** How many of those whom the mover follows could be followed from this candidate. */
  readonly followedAt: (key: string) => Pick<Candidate, "following">;
};

/** What a planned check says beside its servers: candidates side by side, staying, and who is lost whatever one does. */
export function planOf(
  { mode, facts, move, updatedAt }: CheckRow,
  servers: readonly PlanServer[],
  { avatarPath, named, followedAt }: Shown,
): Plan {
  if (mode !== "planned" || !facts) return {};
  const { candidates, staying, lostWhatever } = planned(facts, move ?? { state: "unclear", findings: [] }, servers);
  const sides = new Map(facts.targets.map((side) => [side.key, side]));
  return {
    snapshot: { count: facts.old.list.known ? facts.old.list.value.read : 0, at: updatedAt.toISOString() },
    candidates: candidates
      .filter(({ server }) => server !== NOBODY.key)
      .map((candidate) => ({
        ...candidate,
        ...sideOf(sides.get(candidate.server), avatarPath),
        servers: named ? [...candidate.servers] : [],
        namedBy: namedBy(servers, candidate.server),
        ...followedAt(candidate.server),
        warnings: candidate.warnings.map(({ id, because }) => ({ id, because: [...because] })),
      })),
    staying: { unreachable: staying.unreachable, servers: named ? [...staying.servers] : [] },
    lostWhatever,
    ...movedAfterOf(facts),
    suggestions: named ? suggestionsFrom(servers, [facts.old, ...facts.targets]) : [],
  };
}

type Candidate = NonNullable<Report["candidates"]>[number];
type Described = Pick<Candidate, "account" | "opinions" | "software" | "signUp" | "users" | "languages">;

function sideOf(side: Side | undefined, avatarPath: AvatarPath): Described {
  const signUp = side?.instance?.known ? (side.instance.value.signUp ?? "unknown") : "unknown";
  return {
    account: side?.acct ? toAccount(side, avatarPath) : null,
    signUp,
    ...(side?.software.known ? { software: side.software.value } : {}),
    ...usersOf(side),
    ...(side?.opinions ? { opinions: shownOpinions(side.opinions) } : {}),
    ...(side?.instance?.known && side.instance.value.languages
      ? { languages: [...side.instance.value.languages] }
      : {}),
  };
}

function usersOf(side: Side | undefined): Pick<Candidate, "users"> {
  const { users, activeUsers } = side?.size?.known ? side.size.value : {};
  const count = activeUsers ?? users;
  return count === undefined ? {} : { users: { count, active: activeUsers !== undefined } };
}
