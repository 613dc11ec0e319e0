import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rejudge } from "#lib/check/judge/rejudge.ts";
import { Evidence, ExportedReport } from "#lib/contract/evidence.ts";
import { differenceLines, judgedLines } from "./judge/lines.ts";

const HELP = `npm run judge -- <export.json | facts.json> [--json]

Judges stored evidence again, without any network, and says what decided each verdict.
The file is a JSON export of a check, or the "evidence" of one.
`;

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
  const [path] = positionals;
  if (path === undefined) return complain(HELP);
  const file: unknown = JSON.parse(readFileSync(path, "utf8"));
  const report = ExportedReport.safeParse(file);
  const evidence = report.success ? report.data.evidence : Evidence.safeParse(file).data;
  if (!evidence) return complain(`There is no evidence in ${path}: give a JSON export of a check.\n`);
  const again = rejudge(evidence);
  if (values.json) return say(JSON.stringify(again, null, 2));
  const differences = report.success ? differenceLines(report.data, again) : [];
  const compared = differences.length > 0 ? ["", "Other than in the file:", ...differences] : [];
  return say([...judgedLines(evidence, again), ...compared].join("\n"));
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(words: string): number {
  process.stderr.write(words);
  return 1;
}

process.exitCode = main();
