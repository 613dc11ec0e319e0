import type { Messages } from "./pseudo.ts";

/** First strong isolate, and its end: what stands between has a direction of its own. */
const [OPEN, CLOSE] = ["\u2068", "\u2069"];

/**
 * Words of a language that goes from right to left, as the build compiles them, with all that is filled in kept apart:
 * `@ada@old.example` would lose its first sign to the words before it.
 */
export const isolated = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => {
      if (typeof value === "string") return [key, value];
      return [key, isNodes(value) ? value.flatMap(isolatedNode) : isolated(value)];
    }),
  );

const isNodes = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** `["argument"]`, `["argument", kind, branches]`, or `["tag", ...children]`. */
function isolatedNode(node: unknown): readonly unknown[] {
  if (!isNodes(node)) return [node];
  const [name, second, ...rest] = node;
  if (node.length === 1) return [OPEN, node, CLOSE];
  if (typeof second === "number" && second !== 0) return [[name, second, ...rest.map(isolatedBranches)]];
  return [[name, ...[second, ...rest].flatMap(isolatedNode)]];
}

const isolatedBranches = (branches: unknown): unknown =>
  typeof branches === "object" && branches !== null
    ? Object.fromEntries(
        Object.entries(branches).map(([key, branch]) => [key, isNodes(branch) ? branch.flatMap(isolatedNode) : branch]),
      )
    : branches;
