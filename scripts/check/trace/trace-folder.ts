import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { Recorded } from "#lib/wire.ts";
import { UsageError } from "../arguments.ts";
import { openMask } from "./mask.ts";

/** What was checked and when: a replay asks the same, at the same time of its own clock. */
export type About = { readonly input: NewCheck; readonly begun: string };
export type TraceFolder = { readonly keep: (recorded: Recorded) => void; end(about: About): void };

export const ABOUT = "about-this-check.json";
const INDEX = "INDEX.tsv";
const LONGEST_NAME = 100;

/** Every exchange of a check, a file each. Masked ones are written at the end: names met late stand in early answers. */
export function openTraceFolder(folder: string, { mask }: { readonly mask: boolean }): TraceFolder {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new UsageError(`${folder} is not empty: give a new folder for the trace.`);
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
  const held: Recorded[] = [];
  const lines: string[] = [];
  const keepFile = (recorded: Recorded): void => {
    const name = fileName(recorded, lines.length + 1);
    write(name, recorded);
    lines.push(indexLine(name, recorded));
  };
  return {
    keep: mask ? (recorded) => void held.push(recorded) : keepFile,
    end(about) {
      const masked = mask ? openMask([...held, about]) : <T>(value: T): T => value;
      for (const recorded of held) keepFile(masked(recorded));
      write(ABOUT, masked(about));
      writeFileSync(join(folder, INDEX), `${lines.join("\n")}\n`);
    },
  };
}

function fileName({ request: { url, signed } }: Recorded, number: number): string {
  const { host, pathname, search } = new URL(url);
  const path = `${pathname}${search}`
    .slice(1, LONGEST_NAME)
    .replaceAll("%40", "@")
    .replaceAll(/[^\w.@=-]+/g, "_");
  return [String(number).padStart(5, "0"), host, path, ...(signed ? ["signed"] : []), "json"].join(".");
}

function indexLine(name: string, { request, status, refused, headers, body }: Recorded): string {
  const type = headers?.["content-type"] ?? "";
  const length = JSON.stringify(body ?? "").length;
  const cells = [name, `${request.method} ${request.url}`, request.signed ? "signed" : "", status ?? refused];
  return [...cells, type, length].join("\t");
}
