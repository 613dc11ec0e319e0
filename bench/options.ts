import { isPreset, PRESETS, type PresetName } from "#world/make/presets.ts";

/**
 * What a bench is told, or words on why that is of no use. A word in the place of a number would else play no world at
 * all, or hold nothing against its limit, and end as if every promise had been kept.
 */
export function numberIn(text: string, option: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number) || number < 0) throw new Error(`--${option} takes a number.`);
  return number;
}

export function namedIn<Name extends string>(text: string, kind: string, names: readonly Name[]): Name {
  const found = names.find((one) => one === text);
  if (!found) throw new Error(`There is no ${kind} ${text}; there are ${names.join(", ")}.`);
  return found;
}

/** Names with commas between them. */
export const allNamedIn = <Name extends string>(text: string, kind: string, names: readonly Name[]): readonly Name[] =>
  text.split(",").map((name) => namedIn(name, kind, names));

export const presetIn = (text: string): PresetName => namedIn(text, "preset", Object.keys(PRESETS).filter(isPreset));
