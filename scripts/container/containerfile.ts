import { defined } from "#lib/flow/defined.ts";
export type Instruction = { readonly word: string; readonly rest: string };
export type Stage = { readonly name: string; readonly base: string; readonly steps: readonly Instruction[] };

/** The steps of a Containerfile by stage. It knows the words that ours uses, and no others. */
export function stagesOf(text: string): readonly Stage[] {
  const stages: { name: string; base: string; steps: Instruction[] }[] = [];
  for (const { word, rest } of stepsOf(text)) {
    if (word === "FROM") stages.push({ ...from(rest), steps: [] });
    else stages.at(-1)?.steps.push({ word, rest });
  }
  return stages;
}

function stepsOf(text: string): readonly Instruction[] {
  const lines = text.replaceAll(/\s*\\\n\s*/g, " ").split("\n");
  return lines
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, word = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
      if (word === "") throw new Error(`Containerfile: this line is no step: ${line}`);
      return { word, rest };
    });
}

function from(rest: string): { name: string; base: string } {
  const [base = "", , name = ""] = rest.split(/\s+/);
  return { base, name };
}

export type Copy = { readonly stage?: string; readonly from: readonly string[]; readonly to: string };

export function copyOf(rest: string): Copy {
  const words = rest.split(/\s+/);
  const stage = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  const paths = words.filter((word) => !word.startsWith("--"));
  return { from: paths.slice(0, -1), to: paths.at(-1) ?? ".", ...defined({ stage }) };
}

export const variablesOf = (rest: string): Readonly<Record<string, string>> =>
  Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split("=", 2) as [string, string]));

/** The command of HEALTHCHECK or CMD in its JSON form. */
export function commandOf(rest: string): readonly string[] {
  const command: unknown = JSON.parse(rest.slice(rest.indexOf("[")));
  if (!Array.isArray(command)) throw new Error(`Containerfile: not a command: ${rest}`);
  return command.map(String);
}

/** Lines of an ignore file as a test of paths: enough for names, folders and endings. */
export function ignores(text: string): (path: string) => boolean {
  const rules = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const tests = rules.map((rule) => new RegExp(`^${rule.split("**/").map(pattern).join("(?:.*/)?")}(?:/|$)`));
  return (path) => tests.some((test) => test.test(path));
}

const pattern = (part: string): string => part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
