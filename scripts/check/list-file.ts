import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { type ReadList, readExport, readRows } from "#components/start/list/read-list.ts";

export type { ReadList };

/** As the start page reads a list of followers, whatever made the file. */
export function readListFile(path: string): ReadList {
  const text = readFileSync(path, "utf8");
  return readExport(text) ?? readRows(Papa.parse<string[]>(text, { skipEmptyLines: "greedy" }).data);
}
