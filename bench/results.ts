import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

const FOLDER = "bench/results";

/** What was measured, with the machine it was measured on: figures of a busy one are only a hint. */
export function writeResult(name: string, result: object): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name}.json`;
  const machine = {
    cores: cpus().length,
    load: loadavg().map((load) => Number(load.toFixed(2))),
    node: process.version,
  };
  writeFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), machine, ...result }, null, 2)}\n`);
  return path;
}
