import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { PRESETS, type PresetName } from "#world/make/presets.ts";
import type { Entry, Mode, ProgramName } from "./entry.ts";
import { type Bench, tableOf, withBlock, wordsOf } from "./table.ts";

const FILE = "docs/bench.json";
const PAGE = "README.md";
/** Whose figures README shows: a list as those have who care enough to ask. */
const SHOWN = "typical";

type Fresh = {
  readonly preset: PresetName;
  readonly mode: Mode;
  readonly seed: number;
  readonly speed: number;
  readonly entries: Readonly<Partial<Record<ProgramName, Entry>>>;
};
type Published = { readonly machine: string; readonly worlds: readonly Bench[] };

export function publish(fresh: Fresh): void {
  const before: Pick<Published, "worlds"> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : { worlds: [] };
  const { length } = cpus();
  const machine = `${length} shared cores, Node ${process.version}`;
  const worlds = merged(before.worlds, fresh);
  writeFileSync(FILE, `${JSON.stringify({ machine, worlds } satisfies Published, rounded, 2)}\n`);
  const shown = worlds.find(({ preset }) => preset === SHOWN);
  if (!shown) return;
  const block = `${wordsOf(shown, length, process.version)}\n\n${tableOf(shown)}`;
  writeFileSync(PAGE, withBlock(readFileSync(PAGE, "utf8"), block));
}

/** A thousandth of a millisecond says nothing here. */
function rounded(key: string, value: unknown): unknown {
  if (typeof value !== "number" || key === "speed") return value;
  return key === "load" ? Number(value.toFixed(1)) : Math.round(value);
}

/** Runs of another world or at another speed cannot stand beside these, and go. */
export function merged(worlds: readonly Bench[], { preset, mode, seed, speed, entries }: Fresh): readonly Bench[] {
  const known = worlds.find((one) => one.preset === preset && one.seed === seed && one.speed === speed);
  const base = known ?? { preset, followers: PRESETS[preset].followers, seed, speed };
  const bench: Bench = { ...base, [mode]: { ...known?.[mode], ...entries } };
  return [...worlds.filter((one) => one.preset !== preset), bench];
}
