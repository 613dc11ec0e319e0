import { spawnSync } from "node:child_process";
import { ALLOWED } from "./audit/allowed.ts";
import { type Advisory, advisoriesIn, judged } from "./audit/findings.ts";

/** `npm run audit`: known holes of the packages that `package-lock.json` names. Without an answer it says so and passes. */
const out = (line: string): unknown => process.stdout.write(`${line}\n`);
const inWords = ({ id, name, severity, title }: Advisory): string => `${name}: ${title} (${severity}, ${id})`;

function npmAudit(): string {
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const wish = ["audit", "--json", "--package-lock-only", "--fetch-retries=0", "--fetch-timeout=20000"];
  return spawnSync(command, [...args, ...wish], { encoding: "utf8", timeout: 60_000 }).stdout ?? "";
}

const found = advisoriesIn(npmAudit());
if (!found) {
  out("audit: no registry answered with known holes; nothing was looked at.");
} else {
  const { open, allowed, idle } = judged(found, ALLOWED, new Date().toISOString().slice(0, 10));
  for (const one of open) out(inWords(one));
  for (const { advisory } of idle) out(`scripts/audit/allowed.ts names ${advisory}, which nothing has any more.`);
  out(`audit: ${open.length} known holes, ${allowed.length} more that scripts/audit/allowed.ts explains`);
  if (open.length > 0) process.exitCode = 1;
}
