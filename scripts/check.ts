#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { defined } from "#lib/flow/defined.ts";
import { type CheckWish, HELP, readArguments, UsageError } from "./check/arguments.ts";
import { openTraceFolder } from "./check/trace/trace-folder.ts";

// Standard output holds the answer and nothing else; the log writes there too.
process.env.LOG_LEVEL = "silent";

async function main(argv: readonly string[]): Promise<number> {
  const wish = readArguments(argv);
  if (wish.wish === "check") return check(wish);
  return say(wish.wish === "help" ? HELP : `${versionOf()}\n`);
}

async function check({ input, following, json, people, quiet, trace }: CheckWish): Promise<number> {
  const { readConfig } = await import("#lib/config.ts");
  const { openProgress, SILENT } = await import("./check/progress.ts");
  const { runCheck } = await import("./check/run.ts");
  const recording = trace && openTraceFolder(trace.folder, trace);
  const begun = new Date().toISOString();
  const progress = quiet ? SILENT : openProgress(process.stderr);
  const ran = await runCheck(readConfig(process.env), input, progress, {
    ...defined({ recording, following }),
    tokens: tokensIn(process.env),
  }).finally(() => recording?.end({ input, begun }));
  if (!ran.ok) return complain(ran.why);
  const { reportLines } = await import("./check/report-lines.ts");
  const { exitCodeOf } = await import("./check/outcome.ts");
  say(json ? `${JSON.stringify(ran.report, null, 2)}\n` : `${reportLines(ran.report, { people }).join("\n")}\n`);
  return exitCodeOf(ran.report);
}

/** Read once and handed on: no child process and no log sees them. */
function tokensIn(env: NodeJS.ProcessEnv) {
  const { NEW_TOKEN, OLD_TOKEN } = env;
  delete env.NEW_TOKEN;
  delete env.OLD_TOKEN;
  return defined({ new: NEW_TOKEN || undefined, old: OLD_TOKEN || undefined });
}

const versionOf = (): string => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
};

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
  return complain(error instanceof UsageError ? `${words} (--help shows how)` : `Could not check: ${words}`);
});
