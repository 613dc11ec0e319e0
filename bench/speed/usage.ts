import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Usage } from "./app-probe.ts";

/** Loaded into a process that is to be asked. */
export const PROBE = join(import.meta.dirname, "app-probe.ts");

/** What it has used since it was asked last. */
export function usageOf(child: ChildProcess): Promise<Usage> {
  return new Promise((resolve) => {
    const hear = (said: { readonly usage?: Usage }): void => {
      if (!said.usage) return;
      child.off("message", hear);
      resolve(said.usage);
    };
    child.on("message", hear);
    child.send("usage");
  });
}
