import { createServer } from "node:net";
import { endInOneSentence } from "#server/sentence.ts";
import { buildIfStale } from "./build.ts";
import { DEMO_OLD, openDemoWorld } from "./demo/world.ts";

const NOTICE = "Sample data: made up. Nothing leaves this machine.";
const USUAL_PORT = 3000;

/** The app on a simulated fediverse, from a bare copy and without a network. */
async function demo(): Promise<void> {
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.LOG_LEVEL ??= "warn";
  const port = process.env.PORT ? Number(process.env.PORT) : await freePort();
  buildIfStale();
  const world = await openDemoWorld(port);
  process.once("exit", () => world.end());
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, ...world.env, NOTICE, PORT: String(port), DATA_DIR: world.dataDir, WORKER: "inline" };
  // The pages read the notice from the environment themselves.
  Object.assign(process.env, env);
  const { readConfig } = await import("#lib/config.ts");
  const { serve } = await import("#server/serve.ts");
  await serve(readConfig(env), { dev: false, path: `/?old=${encodeURIComponent(DEMO_OLD)}` });
}

/** The usual one, or any other where somebody is at home there already. */
async function freePort(): Promise<number> {
  return (await tryPort(USUAL_PORT)) ?? (await tryPort(0)) ?? USUAL_PORT;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(undefined));
    probe.listen(port, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

await demo().catch(endInOneSentence);
