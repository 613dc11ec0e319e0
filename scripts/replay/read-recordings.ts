import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defined } from "#lib/flow/defined.ts";
import type { Recorded } from "#lib/wire.ts";
import { UsageError } from "../check/arguments.ts";
import { ABOUT, type About } from "../check/trace/trace-folder.ts";

export type Recordings = { readonly exchanges: readonly Recorded[]; readonly about?: About; readonly begun: string };

/** A folder written by `--trace`, or any other of the same form. */
export function readRecordings(folder: string): Recordings {
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const about = files.includes(ABOUT) ? (read(ABOUT) as About) : undefined;
  const exchanges = files.sort().map(read).filter(isRecorded).sort(byTime);
  const [first] = exchanges;
  if (!first) throw new UsageError(`There is no recorded exchange in ${folder}.`);
  return { exchanges, begun: about?.begun ?? timeOf(first), ...defined({ about }) };
}

function isRecorded(file: unknown): file is Recorded {
  if (typeof file !== "object" || file === null || !("request" in file)) return false;
  const { request } = file;
  return typeof request === "object" && request !== null && "url" in request && "method" in request;
}

const timeOf = ({ at, headers }: Recorded): string => at ?? new Date(headers?.date ?? 0).toISOString();
const byTime = (one: Recorded, other: Recorded): number => timeOf(one).localeCompare(timeOf(other));
