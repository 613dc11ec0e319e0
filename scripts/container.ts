import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { commandOf, copyOf, ignores, type Stage, stagesOf, variablesOf } from "./container/containerfile.ts";

/**
 * Runs the steps of `Containerfile` in a plain folder, for machines without a container engine: it shows that the
 * steps build something that starts, says that it is well, and ends when told to. What an engine adds (users, layers,
 * the base image) is not shown.
 */
const TRIES = 120;
const place = mkdtempSync(join(tmpdir(), "housewarming-container-"));
const ignored = ignores(readFileSync(".dockerignore", "utf8"));

type Made = { readonly root: string; readonly env: Record<string, string>; readonly stage: Stage };

function make(stage: Stage, at: number, before: ReadonlyMap<string, string>): Made {
  const root = join(place, `${at}`);
  const inside = (path: string): string => join(root, path.startsWith("/") ? path : join(workdir, path));
  let workdir = "/";
  const env: Record<string, string> = {};
  for (const { word, rest } of stage.steps) {
    if (word === "WORKDIR") {
      workdir = rest;
      mkdirSync(join(root, workdir), { recursive: true });
    }
    if (word === "ENV") Object.assign(env, variablesOf(rest));
    if (word === "COPY") copy(rest, inside, before);
    if (word === "RUN") run(rest.replaceAll(/(?<= )\/data\b/g, inside("/data")), inside("."), env);
  }
  return { root, env, stage };
}

function copy(rest: string, inside: (path: string) => string, before: ReadonlyMap<string, string>): void {
  const { stage, from, to } = copyOf(rest);
  const source = stage === undefined ? process.cwd() : before.get(stage);
  if (source === undefined) throw new Error(`There is no stage ${stage}.`);
  for (const path of from) {
    const whole = join(source, path);
    const target = from.length > 1 || to.endsWith("/") ? join(inside(to), path.split("/").at(-1) ?? "") : inside(to);
    const into = path === "." || path === "/app" ? inside(to) : target;
    mkdirSync(dirname(into), { recursive: true });
    const wanted = (file: string) => stage !== undefined || !ignored(relative(process.cwd(), file));
    cpSync(whole, into, { recursive: true, filter: wanted, verbatimSymlinks: true });
  }
}

function run(command: string, cwd: string, env: Record<string, string>): void {
  process.stdout.write(`RUN ${command}\n`);
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const done = spawnSync("sh", ["-c", command], { cwd, stdio: "inherit", env: { ...process.env, PATH: path, ...env } });
  if (done.status !== 0) throw new Error(`This step failed: ${command}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** Starts it, asks its own health check until it is well, and ends it as an engine would. */
async function tryOut({ root, env, stage }: Made): Promise<void> {
  const last = (word: string): string => stage.steps.findLast((step) => step.word === word)?.rest ?? "";
  const given = { ...process.env, ...env, DATA_DIR: join(root, "data"), PORT: `${await freePort()}` };
  const options = { cwd: join(root, last("WORKDIR")), env: given, stdio: "inherit" } as const;
  const words = (command: readonly string[]): readonly [string, string[]] => [process.execPath, command.slice(1)];
  const app: ChildProcess = spawn(...words(commandOf(last("CMD"))), options);
  const ended = new Promise<number | null>((resolve) => app.once("exit", resolve));
  for (let tried = 0; ; tried++) {
    if (spawnSync(...words(commandOf(last("HEALTHCHECK"))), options).status === 0) break;
    if (tried === TRIES || app.exitCode !== null) throw new Error("It never said that it is well.");
    await later(500);
  }
  app.kill("SIGTERM");
  if ((await ended) !== 0) throw new Error("It did not end in order.");
  process.stdout.write("The image's steps build an app that starts, is well and ends in order.\n");
}

try {
  const roots = new Map<string, string>();
  let made: Made | undefined;
  for (const [at, stage] of stagesOf(readFileSync("Containerfile", "utf8")).entries()) {
    made = make(stage, at, roots);
    roots.set(stage.name, made.root);
  }
  if (!made || !existsSync(made.root)) throw new Error("Containerfile has no stage.");
  await tryOut(made);
} finally {
  rmSync(place, { recursive: true, force: true });
}
