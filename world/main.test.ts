import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { askOf } from "./serve/ask.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function begin(...args: readonly string[]) {
  const dir = mkdtempSync(join(tmpdir(), "world-test-"));
  folders.push(dir);
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "--dir", dir, ...args]);
  const line = new Promise<string>((done) => child.stdout.once("data", (part) => done(String(part))));
  const said = new Promise<string>((done) => {
    let text = "";
    child.stderr.on("data", (part) => (text += String(part))).on("end", () => done(text));
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  return { child, line, said, ended };
}

it("leaves behind what an app and a test need, and goes when told to", async () => {
  const { child, line, ended } = begin("--preset", "small", "--seed", "3", "--set", "dead=0");
  const told = JSON.parse(await line) as { port: number; routes: string; ca: string; truth: string };
  expect(told.routes).toContain(`*.test=127.0.0.1:${told.port}`);
  const caPem = readFileSync(told.ca, "utf8");
  const truth = JSON.parse(readFileSync(told.truth, "utf8")) as { seed: number; followers: unknown[]; counts: object };
  expect(truth).toMatchObject({ seed: 3, scenario: "small" });
  expect(truth.followers).toHaveLength(200);
  expect(truth.counts).not.toHaveProperty("server-gone");
  const { status } = await askOf({ port: told.port, caPem })("https://new.test/api/v2/instance");
  expect(status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

it("names what there is when asked for something else", async () => {
  const { said, ended } = begin("--scenario", "no-such");
  expect(await said).toContain("three-servers");
  expect(await ended).toBe(1);
});
