import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

type Variables = Readonly<Record<string, string>>;
export type Running = {
  readonly process: ChildProcess;
  /** Its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** What follows `node` in `npm start`: whoever starts the app otherwise tests or measures something else. */
export function startWords(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").slice(1);
}

/**
 * The app as it is shipped, in a process of its own. Ready when it has said where it is; what it says before an early
 * end tells why it could not start. With preloads it can be talked to by messages.
 */
export async function startApp(env: Variables, preloads: readonly string[] = []): Promise<Running> {
  const before = preloads.flatMap((file) => ["--import", file]);
  const child = spawn(process.execPath, [...before, ...startWords()], {
    env: { ...process.env, ...env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe", preloads.length > 0 ? "ipc" : "ignore"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const ready = new Promise<void>((resolve) => {
    if (!child.stdout) throw new Error("The app has no output.");
    createInterface({ input: child.stdout }).on("line", (line) => line.startsWith("Housewarming ") && resolve());
  });
  const early = ended.then((code) => {
    throw new Error(`The app ended with ${code} before it was ready: ${said}`);
  });
  await Promise.race([ready, early]);
  early.catch(() => undefined);
  return { process: child, ended };
}
