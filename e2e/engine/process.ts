import { fork } from "node:child_process";
import { join } from "node:path";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { World } from "#world/start.ts";
import { openWayIn, type WayIn } from "#world/way-in.ts";

type Said = {
  readonly ready?: true;
  readonly made?: { readonly ok: boolean; readonly created: { readonly id: string; readonly key: string } };
  readonly state?: string;
};
export type Engine = {
  readonly started: Promise<{ readonly id: string; readonly key: string }>;
  /** Resolves with the check's last state, or `killed` when the process is gone first. */
  readonly ended: Promise<string>;
  /** Resolves when the check has come to this state; rejects when the process is gone first. */
  reached(state: string): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

const ways: WayIn[] = [];
process.once("exit", () => {
  for (const way of ways) way.close();
});

/** Open until all tests of the file are done. */
export function wayFor(world: World): WayIn {
  const way = openWayIn(world);
  ways.push(way);
  return way;
}

/** The settings of an app that enters a world, on data of its own. */
export function folderFor(world: World): Readonly<Record<string, string>> & { readonly DATA_DIR: string } {
  const way = wayFor(world);
  return { ...way.env, DATA_DIR: join(way.folder, "data"), LIMITS: "off", LOG_LEVEL: "error" };
}

/** One process of the engine: with `input` it starts a check, with `id` it goes on with one, with neither it works. */
export function openEngine(env: Readonly<Record<string, string>>, task: { input?: NewCheck; id?: string }): Engine {
  const child = fork("e2e/engine/headless.ts", task.id ? [task.id] : [], {
    env: { ...process.env, NODE_OPTIONS: "", ...env },
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let last = "none";
  const started = new Promise<{ id: string; key: string }>((resolve, reject) => {
    void gone.then(() => reject(new Error("The engine ended before it had made the check.")));
    child.on("message", ({ ready, made }: Said) => {
      if (ready && task.input) child.send(task.input);
      if (made) made.ok ? resolve(made.created) : reject(new Error("The check was refused."));
    });
  });
  started.catch(() => undefined);
  const done = new Promise<string>((resolve) => {
    child.on("message", ({ state }: Said) => {
      last = state ?? last;
      if (last === "done" || last === "failed") resolve(last);
    });
  });
  const reached = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      child.on("message", ({ state }: Said) => state === wanted && resolve());
      void gone.then(() => reject(new Error(`The engine ended before the check was ${wanted}.`)));
    });
  return {
    started,
    reached,
    ended: Promise.race([done, gone.then(() => "killed")]),
    async stop(signal = "SIGKILL") {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await gone;
    },
  };
}
