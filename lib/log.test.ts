import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

/** What a process that does this writes to its log. */
function logged(words: string): Readonly<Record<string, unknown>> {
  const code = `import { log } from "./lib/log.ts"; import { plainError } from "./lib/store/open/plain-error.ts"; ${words}`;
  const args = ["--input-type=module", "--eval", code];
  const env = { ...process.env, NODE_OPTIONS: "", LOG_LEVEL: "info" };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" }));
}

it("says of an error what went wrong and where", () => {
  const words = `log.error({ error: plainError(Object.assign(new Error("The disk is full"), { code: "ENOSPC" })) }, "check")`;
  expect(logged(words)).toMatchObject({
    msg: "check",
    error: { message: "The disk is full (ENOSPC)", stack: expect.stringContaining("    at ") },
  });
});

it("leaves words alone, and says nothing of the machine", () => {
  const line = logged(`log.warn({ error: "unknown" }, "request failed")`);
  expect(line).toMatchObject({ error: "unknown" });
  expect(Object.keys(line).sort()).toEqual(["error", "level", "msg", "time"]);
});
