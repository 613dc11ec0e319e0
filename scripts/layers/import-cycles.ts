import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesToCheck, importsOf, resolveImport } from "../layers.ts";

export type Imports = ReadonlyMap<string, readonly string[]>;

/** Who imports whom among our own files. A type counts as well: the reader follows it like any other import. */
export function importGraph(root = "."): Imports {
  const files = new Set(filesToCheck(root));
  const targetsOf = (file: string): string[] =>
    importsOf(readFileSync(join(root, file), "utf8"))
      .map((specifier) => resolveImport(file, specifier))
      .filter((target) => files.has(target));
  return new Map([...files].map((file) => [file, targetsOf(file)]));
}

/** Files that import each other in a circle: the strongly connected components of the graph (Tarjan). */
export function cyclesIn(graph: Imports): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];

  function visit(file: string): number {
    order.set(file, order.size);
    let low = order.size - 1;
    open.push(file);
    const targets = graph.get(file) ?? [];
    for (const target of targets) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    if (low === order.get(file)) close(file, targets.includes(file));
    return low;
  }

  function close(file: string, importsItself: boolean): void {
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1 || importsItself) cycles.push(circle.sort());
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles;
}
