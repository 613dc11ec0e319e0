import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Usage } from "./app-probe.ts";

export type AppProcess = {
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
};

/** The production build as it is shipped, on an empty data folder, with a probe beside it. */
export async function openAppProcess(env: Readonly<Record<string, string>>): Promise<AppProcess> {
  const folder = mkdtempSync(join(tmpdir(), "housewarming-bench-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const own = {
    PORT: String(port),
    DATA_DIR: join(folder, "data"),
    LIMITS: "off",
    LOG_LEVEL: "warn",
    NODE_OPTIONS: "",
  };
  const probe = join(import.meta.dirname, "app-probe.ts");
  const child = spawn(process.execPath, ["--import", probe, "scripts/start.ts"], {
    env: { ...process.env, ...env, ...own },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  await ready(child);
  return {
    url,
    usage: () => usageOf(child),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The app ended with ${code} before it was ready.`)));
    if (!child.stdout) return reject(new Error("The app has no output."));
    createInterface({ input: child.stdout }).on("line", (line) => line.includes("http://localhost") && resolve());
  });
}

function usageOf(child: ChildProcess): Promise<Usage> {
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (typeof address !== "object" || !address) throw new Error("There is no free port.");
  return address.port;
}
