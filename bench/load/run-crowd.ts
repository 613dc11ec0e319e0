import { fork } from "node:child_process";
import { join } from "node:path";
import type { CrowdResult, CrowdWish } from "./crowd.ts";

export function runCrowd(wish: CrowdWish): Promise<CrowdResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "crowd.ts"), [JSON.stringify(wish)], {
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    child.once("message", ({ result }: { readonly result: CrowdResult }) => resolve(result));
    child.once("exit", (code) => reject(new Error(`The crowd ended with ${code} before it was done.`)));
  });
}
