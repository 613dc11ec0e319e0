import fc from "fast-check";
import { expect, test } from "vitest";
import { pressureOf } from "./budget/pressure.ts";
import type { Raw } from "./exchange.ts";
import { mayAsk, parseRobots, sendsUsAway } from "./manners/robots.ts";
import { asksForSignature, formWanted, reasonIn } from "./signing/signature-wish.ts";

/** What comes with an answer, made of the pieces that are read there and of anything else. */
const RUNS = process.env.PROVE ? 50_000 : 1_000;
const NOW = new Date("2026-11-20T12:00:00.000Z");

const piece = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    "User-agent:",
    "housewarming",
    "*",
    "Disallow:",
    "Allow:",
    "/api/",
    "$",
    "#",
    "\n",
    "\r",
    "\ufeff",
    "%",
    "%E0%",
  ),
  fc.constantFrom("signature", "Signature ", "realm=", '"', ",", "(request-target)", '{"error":"', "}", "sig1=("),
  fc.constantFrom("1e400", "-1", "9999999999999", "0x10", "Thu, 01 Jan 1970", "2026-11-30T25:00Z", "100;w=60", "NaN"),
);
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const raw = (text: string, headers: Raw["headers"] = {}): Raw => ({ status: 401, headers, bytes: Buffer.from(text) });

test("a robots.txt is rules, whatever stands in it", () => {
  fc.assert(
    fc.property(texts, fc.webPath(), fc.boolean(), (text, path, isCrawling) => {
      const robots = parseRobots(text);
      // It is remembered as JSON.
      expect(JSON.parse(JSON.stringify(robots))).toEqual(robots);
      const asking = { mode: "polite", isCrawling } as const;
      expect([true, false]).toContain(
        mayAsk(robots, new URL(`https://far.example/${path.replace(/^\/+/, "")}`), asking),
      );
      expect([true, false]).toContain(sendsUsAway(robots));
    }),
    { numRuns: RUNS },
  );
});

test("limits in headers are moments and numbers, or nothing", () => {
  fc.assert(
    fc.property(fc.constantFrom(200, 429, 503), texts, texts, texts, (status, remaining, reset, retry) => {
      const headers = { "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset, "retry-after": retry };
      const pressure = pressureOf(status, headers, true, NOW);
      if (pressure?.remaining !== undefined) expect(Number.isSafeInteger(pressure.remaining)).toBe(true);
      for (const moment of [pressure?.resetAt, pressure?.retryAt])
        if (moment !== undefined) expect(Number.isNaN(Date.parse(moment))).toBe(false);
    }),
    { numRuns: RUNS },
  );
});

test("a refusal wants a signature or does not, in a form that we have, for a reason in words", () => {
  fc.assert(
    fc.property(texts, texts, (text, header) => {
      const refusal = raw(text, { "www-authenticate": header, "accept-signature": header });
      expect([true, false]).toContain(asksForSignature(refusal));
      expect(() => formWanted(refusal)).not.toThrow();
      expect(["string", "undefined"]).toContain(typeof reasonIn(refusal));
    }),
    { numRuns: RUNS },
  );
});
