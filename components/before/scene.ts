import type { Report } from "#lib/contract/report.ts";
import type { FollowedKind } from "#lib/domain/diagnosis/verdict.ts";
import type { Compared, Comparison } from "#lib/plan/compare.ts";
import type { Kind } from "#lib/plan/kinds.ts";

/** What the parts of the comparison share. */
export type BeforeScene = {
  readonly report: Report;
  readonly comparison: Comparison;
  readonly checkPath: string;
  readonly ended: boolean;
  /** `stopped`: by its owner, before everybody was read and every server asked. */
  readonly phase: "running" | "ended" | "stopped" | "failed" | "refused";
  /** Servers are named only to the account's owner. */
  readonly named: boolean;
  /** The way back to the check of a move that was made: it is compared as if it had not been. */
  readonly backPath?: string | undefined;
  /** Where the mover signs in; null where nobody can. */
  readonly signInPath: string | null;
  /** Where the mover shows that the account is his. */
  readonly provePath: string;
};

/** The servers behind a number. */
export const serversPath = ({ checkPath }: Pick<BeforeScene, "checkPath">, to: string, kind: Kind): string =>
  `${checkPath}/servers?to=${encodeURIComponent(to)}&is=${kind}`;

/** Those whom one follows behind a number. */
export const followingPath = ({ checkPath }: Pick<BeforeScene, "checkPath">, to: string, kind: FollowedKind): string =>
  `${checkPath}/following?to=${encodeURIComponent(to)}&is=${kind}`;

/** Nothing is left to be read or asked. */
export const isWhole = ({ ended, phase }: Pick<BeforeScene, "ended" | "phase">): boolean =>
  ended && phase !== "stopped";

/** Of a hidden list nobody can be counted: "0 of 0" would be an answer, and a wrong one. */
export const canCount = ({ comparison, ended }: BeforeScene): boolean => !ended || comparison.total > 0;

export const planPath = ({ checkPath }: Pick<BeforeScene, "checkPath">, { candidate }: Compared): string =>
  `${checkPath}/plan?to=${encodeURIComponent(candidate.server)}`;
