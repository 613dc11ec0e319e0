import type { CheckState } from "#lib/contract/check-state.ts";

export type Change = (now: CheckState) => CheckState;

/** What an event changes, by its name. Our own server sends what the contract says; its schema would weigh more than the page. */
export const CHANGES: Readonly<Record<"state" | "counts" | "servers", (value: unknown, rev: number) => Change>> = {
  state: (value) => (isState(value) ? (now) => (value.rev >= now.rev ? value : now) : same),
  counts: (value, rev) => (isObject(value) ? (now) => ({ ...now, counts: value as Counts, rev: at(now, rev) }) : same),
  servers: (_, rev) => (now) => ({ ...now, rev: at(now, rev) }),
};

type Counts = CheckState["counts"];

const same: Change = (now) => now;
const at = (now: CheckState, rev: number): number => Math.max(now.rev, rev);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** As much as the page would break without. */
const isState = (value: unknown): value is CheckState =>
  isObject(value) &&
  ["state", "rev", "steps", "waits", "proof"].every((name) => name in value) &&
  "steps" in value &&
  Array.isArray(value.steps);
