import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

const HOUR = 3_600_000;
const WORDS = `
  const ahead = Date.now() - performance.timeOrigin - performance.now();
  const given = new Date(5);
  console.log(JSON.stringify({
    hours: [Math.round(ahead / ${HOUR}), Math.round((new Date().getTime() - Date.now()) / ${HOUR})],
    given: given.getTime(), is: given instanceof Date, made: new Date() instanceof Date, said: typeof Date(),
    utc: Date.UTC(1970, 0, 1), iso: new Date(Date.parse("2026-11-30T00:00:00Z")).toISOString(),
  }));`;

it("a process that is told so lives in another hour, and every other date is what it was", () => {
  const args = ["--import", "./testing/app/shifted-clock.ts", "--input-type=module", "--eval", WORDS];
  const env = { ...process.env, NODE_OPTIONS: "", CLOCK_AHEAD_MS: `${5 * HOUR}` };
  expect(JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" }))).toEqual({
    hours: [5, 0],
    ...{ given: 5, is: true, made: true, said: "string", utc: 0, iso: "2026-11-30T00:00:00.000Z" },
  });
});
