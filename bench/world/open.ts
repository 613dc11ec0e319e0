import { fork } from "node:child_process";
import { join } from "node:path";
import type { Logged } from "#world/serve/serve.ts";
import type { TruthFile } from "#world/truth/truth.ts";
import { openWayIn, type WayIn } from "#world/way-in.ts";
import type { Shape } from "../speed/limit.ts";
import type { Fetch, Fetched, Question, Wanted } from "./process.ts";

type Answers = {
  readonly opened: { readonly routes: string; readonly caPem: string };
  readonly truth: TruthFile;
  readonly requests: readonly Logged[];
  readonly shape: Shape;
  readonly played: Readonly<Record<string, TruthFile>>;
};

export type WorldProcess = {
  /** What an app needs to enter. */
  readonly env: WayIn["env"];
  /** Goes when the world does. */
  readonly folder: string;
  truth(): Promise<TruthFile>;
  /** What reached its servers since the last call. */
  newRequests(): Promise<readonly Logged[]>;
  /** From which its limit follows. */
  shape(): Promise<Shape>;
  /** Before a move: what becomes of everybody at each server that the account could move to. */
  played(): Promise<Readonly<Record<string, TruthFile>>>;
  /** What its servers are told when they fetch the key of who signs. */
  answerFor(app: (url: string) => Fetched["fetched"]["answer"]): void;
  stop(): Promise<void>;
};

/** A world in a process of its own: its work must not count as the app's, nor delay it. */
export async function openWorld(wanted: Wanted): Promise<WorldProcess> {
  const child = fork(join(import.meta.dirname, "process.ts"), [JSON.stringify(wanted)], {
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const hear = <K extends keyof Answers>(name: K): Promise<Answers[K]> =>
    new Promise((resolve, reject) => {
      const listen = (said: Partial<Answers>): void => {
        if (said[name] === undefined) return;
        child.off("message", listen);
        resolve(said[name]);
      };
      child.on("message", listen);
      void gone.then(() => reject(new Error("The simulated fediverse ended before it had answered.")));
    });
  const ask = <K extends Question>(question: K): Promise<Answers[K]> => {
    const answer = hear(question);
    child.send(question);
    return answer;
  };
  const wayIn = openWayIn(await hear("opened"));
  return {
    env: wayIn.env,
    folder: wayIn.folder,
    truth: () => ask("truth"),
    newRequests: () => ask("requests"),
    shape: () => ask("shape"),
    played: () => ask("played"),
    answerFor(app) {
      child.on("message", ({ fetch }: Partial<Fetch>) => {
        if (fetch) child.send({ fetched: { id: fetch.id, answer: app(fetch.url) } } satisfies Fetched);
      });
    },
    async stop() {
      child.kill("SIGKILL");
      await gone;
      wayIn.close();
    },
  };
}
