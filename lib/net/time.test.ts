import { describe } from "vitest";
import { holdToTime } from "#testing/strangers/hold-to-time.ts";
import { pressureOf } from "./budget/pressure.ts";
import type { Raw } from "./exchange.ts";
import { asksForSignature, formWanted, reasonIn } from "./signing/signature-wish.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const refusal = (text: string, headers: Raw["headers"] = {}): Raw => ({
  ...{ status: 401, headers, bytes: Buffer.from(text) },
});
const LIMITS = ["x-ratelimit-remaining", "x-ratelimit-limit", "x-ratelimit-reset", "retry-after"];

describe.runIf(process.env.PROVE)("what comes with an answer", () =>
  holdToTime<unknown>({
    "the wish for a signature": (text) => asksForSignature(refusal(text)),
    "the form of a signature": (text) => formWanted(refusal(text, { "www-authenticate": text })),
    "a reason for the operator": (text) => reasonIn(refusal(text)),
    "a reason in JSON": (text) => reasonIn(refusal(JSON.stringify({ error: text }))),
    "limits in headers": (text) => pressureOf(429, Object.fromEntries(LIMITS.map((name) => [name, text])), false, NOW),
  }),
);
