import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

/** What a process that does this writes to its log. */
function logged(words: string): Readonly<Record<string, unknown>> {
  const code = `const { log } = await import(process.argv[1]); ${words}`;
  const args = ["--input-type=module", "--eval", code, join(import.meta.dirname, "log.ts")];
  const env = { ...process.env, NODE_OPTIONS: "", LOG_LEVEL: "info" };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" }));
}

it("says of an error what went wrong and where", () => {
  expect(logged(`log.error({ error: new Error("The disk is full") }, "check")`)).toMatchObject({
    msg: "check",
    error: { name: "Error", message: "The disk is full", stack: expect.stringContaining("    at ") },
  });
});

it("leaves words alone, and says nothing of the machine", () => {
  const line = logged(`log.warn({ error: "unknown" }, "request failed")`);
  expect(line).toMatchObject({ error: "unknown" });
  expect(Object.keys(line).sort()).toEqual(["error", "level", "msg", "time"]);
});
