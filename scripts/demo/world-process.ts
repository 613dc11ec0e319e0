import { writeFileSync } from "node:fs";
import { startWorld } from "#world/start.ts";
import { demoScenario } from "./scenario.ts";

/** The simulated servers in a process of their own; it ends with the one that started it. */
const [, , caFile = ""] = process.argv;
const world = await startWorld(demoScenario());
writeFileSync(caFile, world.caPem);
process.once("disconnect", () => process.exit(0));
// The signal of a terminal reaches both processes: the app ends first, and this one with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
process.send?.(world.routes);
