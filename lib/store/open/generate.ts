import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Writes the next migration from the schema: `npm run -s node -- lib/store/open/generate.ts <name>`. */
const root = join(import.meta.dirname, "../../..");
const { status } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/drizzle-kit/bin.cjs"),
    "generate",
    "--dialect=postgresql",
    "--schema=./lib/store/tables/schema.ts",
    "--out=./lib/store/migrations",
    `--name=${process.argv[2] ?? "change"}`,
  ],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = status ?? 1;
