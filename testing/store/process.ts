import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

export type Child = {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** All lines so far, once they are enough. */
  until(enough: (lines: readonly string[]) => boolean): Promise<readonly string[]>;
  /** Ends it and waits for its end. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
};

/** A process of its own that runs one of these scripts, and is gone when the test is. */
export function startChild(
  script: "child.ts" | "worker.ts" | "../signin/app-child.ts",
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const ended = once(child, "exit");
  const lines: string[] = [];
  const lookers = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const look of lookers) look();
  });
  const until: Child["until"] = (enough) =>
    new Promise((resolve, reject) => {
      const look = () => enough(lines) && resolve([...lines]);
      lookers.add(look);
      look();
      void ended.then(() => reject(new Error(`The child ended after "${lines.at(-1)}".`)));
    });
  const end: Child["end"] = async (signal) => {
    child.kill(signal);
    await ended;
  };
  onTestFinished(() => end("SIGKILL"));
  return { process: child, lines, until, end };
}
