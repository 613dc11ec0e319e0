import { writeFileSync } from "node:fs";
import { reachOnLoopback } from "#world/serve/reach.ts";
import { startWorld } from "#world/start.ts";
import { demoScenario } from "./scenario.ts";

/** The simulated servers in a process of their own; it ends with the one that started it. */
const [, , caFile = ""] = process.argv;
const { PUBLIC_URL, PORT } = process.env;
const world = await startWorld(
  demoScenario(),
  PUBLIC_URL ? { reach: reachOnLoopback(PUBLIC_URL, () => Number(PORT)) } : {},
);
writeFileSync(caFile, world.caPem);
process.once("disconnect", () => process.exit(0));
// The signal of a terminal reaches both processes: the app ends first, and this one with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
process.send?.(world.routes);
