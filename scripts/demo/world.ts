import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type DemoWorld = {
  /** An empty folder for the app's data, gone with the demo. */
  readonly dataDir: string;
  readonly env: Readonly<Record<"FEDIVERSE_ROUTES" | "FEDIVERSE_CA", string>>;
  end(): void;
};

export const DEMO_OLD = "@alice@old.test";

/** `port`: where the app will stand, for servers that fetch its key. */
export async function openDemoWorld(port?: number): Promise<DemoWorld> {
  const folder = mkdtempSync(join(tmpdir(), "housewarming-demo-"));
  const ca = join(folder, "ca.pem");
  const child = fork(join(import.meta.dirname, "world-process.ts"), [ca], {
    env: { ...process.env, NODE_OPTIONS: "", ...(port ? { PORT: String(port) } : {}) },
  });
  const routes = await new Promise<string>((resolve, reject) => {
    child.once("message", (said) => resolve(String(said)));
    child.once("exit", () => reject(new Error("The simulated fediverse could not start.")));
  });
  return {
    dataDir: join(folder, "data"),
    env: { FEDIVERSE_ROUTES: routes, FEDIVERSE_CA: ca },
    end() {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
