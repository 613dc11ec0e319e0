import type { NewCheck } from "#lib/contract/check-input.ts";
import { readArguments, UsageError } from "../check/arguments.ts";

export const REPLAY_HELP = `npm run replay -- FOLDER [@old@server [@new@server]] [--before FILE] [--people] [--json]

Runs a check again from what npm run check -- … --trace FOLDER wrote down, without any network.
What was not written down is a gap, and is listed. The addresses are those of the trace unless others are given.
`;

export type ReplayWish = {
  readonly folder: string;
  readonly input?: NewCheck;
  readonly json: boolean;
  readonly people: boolean;
};

/** As for a check, with the folder in front. */
export function readReplayArguments([folder, ...others]: readonly string[]): ReplayWish | "help" {
  if (folder === "--help" || folder === "-h") return "help";
  if (folder === undefined || folder.startsWith("-"))
    throw new UsageError("Which recordings? Give their folder first.");
  const names = others.some((word) => word.startsWith("@"));
  const wish = readArguments(names ? others : ["@nobody@nowhere.example", ...others]);
  if (wish.wish !== "check") return "help";
  const { input, json, people } = wish;
  return { folder, json, people, ...(names ? { input } : {}) };
}
