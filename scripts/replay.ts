import { UsageError } from "./check/arguments.ts";
import { REPLAY_HELP, type ReplayWish, readReplayArguments } from "./replay/replay-arguments.ts";

process.env.LOG_LEVEL = "silent";

async function main(argv: readonly string[]): Promise<number> {
  const wish = readReplayArguments(argv);
  return wish === "help" ? say(REPLAY_HELP) : replay(wish);
}

async function replay({ folder, input: typed, json, people }: ReplayWish): Promise<number> {
  const { readConfig } = await import("#lib/config.ts");
  const { readRecordings } = await import("./replay/read-recordings.ts");
  const { replayCheck } = await import("./replay/replay-check.ts");
  const recordings = readRecordings(folder);
  const input = typed ?? recordings.about?.input;
  if (!input) throw new UsageError("The folder does not say what was checked: give the old and the new address.");
  const { ran, unknown } = await replayCheck(readConfig(process.env), input, recordings);
  if (unknown.length > 0) complain([`Not among the recordings, ${unknown.length}:`, ...unknown].join("\n  "));
  if (!ran.ok) return complain(ran.why);
  const { reportLines } = await import("./check/report-lines.ts");
  say(json ? `${JSON.stringify(ran.report, null, 2)}\n` : `${reportLines(ran.report, { people }).join("\n")}\n`);
  return 0;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function complain(words: string): number {
  process.stderr.write(`${words}\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  return complain(error instanceof UsageError ? `${words} (--help shows how)` : `Could not replay: ${words}`);
});
