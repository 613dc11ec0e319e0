import { fork } from "node:child_process";
import { join } from "node:path";
import type { PeerRun, PeerWish } from "./process.ts";

/** One program in a process of its own, as somebody would start it: without memory of any earlier run. */
export function runPeer(wish: PeerWish, env: Readonly<Record<string, string>>): Promise<PeerRun> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "process.ts"), [JSON.stringify(wish)], {
      env: { ...process.env, ...env, NODE_OPTIONS: "" },
    });
    child.once("message", ({ run }: { readonly run: PeerRun }) => resolve(run));
    child.once("exit", (code) => reject(new Error(`The ${wish.peer} program ended with ${code} before it was done.`)));
  });
}
