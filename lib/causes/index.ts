import type { Cause } from "#lib/domain/diagnosis/cause.ts";
import type { PublicReason } from "#lib/domain/diagnosis/consequences.ts";
import type { CauseTable } from "#lib/domain/diagnosis/diagnose.ts";
import type { Judged } from "#lib/domain/diagnosis/verdict.ts";
import { acceptedNotDone } from "./accepted-not-done.ts";
import { accountGone } from "./account-gone.ts";
import { blockedByNewServer } from "./blocked-by-new-server.ts";
import { blockedByOldServer } from "./blocked-by-old-server.ts";
import { closedFederation } from "./closed-federation.ts";
import { ghost } from "./ghost.ts";
import { here } from "./here.ts";
import { hereThroughBridge } from "./here-through-bridge.ts";
import { hereUnderNewName } from "./here-under-new-name.ts";
import { movedOn } from "./moved-on.ts";
import { newAccountSuspended } from "./new-account-suspended.ts";
import { newServerBlocked } from "./new-server-blocked.ts";
import { newServerGivenUp } from "./new-server-given-up.ts";
import { noMovedTo } from "./no-moved-to.ts";
import { noticeLost } from "./notice-lost.ts";
import { oldAccountSuspended } from "./old-account-suspended.ts";
import { oldServerBlocked } from "./old-server-blocked.ts";
import { serverGone } from "./server-gone.ts";
import { softwareIgnoresMove } from "./software-ignores-move.ts";
import { stillArriving } from "./still-arriving.ts";
import { waitingForApproval } from "./waiting-for-approval.ts";
import { youBlockTheirServer } from "./you-block-their-server.ts";
import { youBlockThem } from "./you-block-them.ts";

/** Every cause. Order is precedence: the first that holds is shown. Residual causes come last. */
const TABLE = [
  here,
  hereUnderNewName,
  serverGone,
  accountGone,
  hereThroughBridge,
  movedOn,
  newServerBlocked,
  newAccountSuspended,
  blockedByNewServer,
  closedFederation,
  newServerGivenUp,
  youBlockTheirServer,
  youBlockThem,
  oldServerBlocked,
  oldAccountSuspended,
  blockedByOldServer,
  ghost,
  softwareIgnoresMove,
  noMovedTo,
  waitingForApproval,
  stillArriving,
  acceptedNotDone,
  noticeLost,
] as const;

export type CauseId = (typeof TABLE)[number]["id"];
export const CAUSES: CauseTable<CauseId> = TABLE;
export const CAUSE_IDS: readonly CauseId[] = TABLE.map(({ id }) => id);

/** Whose people are not missing: they came along, some under another name. */
export const ARRIVED: ReadonlySet<string> = idsWhere(({ group }) => group === "here");

/** Whose people are a number on pages and nobody to write to: no row, no contact, no export. */
export const UNLISTED: ReadonlySet<string> = idsWhere(({ listed }) => !listed);

/** Reports carry causes as text, and may come from newer rules than ours: then nothing follows from it. */
export const causeOf = (id: string | null): Cause<CauseId> | undefined => CAUSES.find((cause) => cause.id === id);

export type JudgedCause = Judged<CauseId>;
export type CountsByCause = Readonly<Partial<Record<JudgedCause, number>>>;

const JUDGED = new Map<string, JudgedCause>(
  [...CAUSE_IDS, "unknown" as const, "unexplained" as const, "clear" as const].map((id) => [id, id]),
);

/** The edge of the contract: a cause of newer rules than ours is one of which nothing is known. */
export function judgedCause(text: string): JudgedCause;
export function judgedCause(text: string | null): JudgedCause | null;
export function judgedCause(text: string | null): JudgedCause | null {
  return text === null ? null : (JUDGED.get(text) ?? "unknown");
}

/** What the page for followers may call a cause, from what that server publishes about itself. */
export function causeSaidBy(reason: PublicReason): CauseId {
  const cause = CAUSES.find((one) => one.public === reason);
  if (!cause) throw new Error(`No cause is said in public as ${reason}.`);
  return cause.id;
}

/** Some causes by what follows from them. */
function idsWhere(holds: (cause: Cause<CauseId>) => boolean): ReadonlySet<string> {
  return new Set(CAUSES.filter(holds).map(({ id }) => id));
}

/** Of people counted by cause: those of some causes. */
export const peopleWhere = (byCause: CountsByCause, holds: (cause: Cause<CauseId>) => boolean): number =>
  CAUSES.filter(holds).reduce((sum, { id }) => sum + (byCause[id] ?? 0), 0);

/** Raised when the same evidence could be judged otherwise; stored reports keep the number they were made with. */
export const RULES_VERSION = "2026.8";
