import { expect, it } from "vitest";
import { z } from "zod";
import type { Answer, Gate, Reply } from "#lib/domain/ports/gate.ts";
import type { Question, Server } from "./adapter.ts";
import { ask } from "./ask.ts";
import { says } from "./lenient-fields.ts";

const AT = "2026-11-20T12:00:00.000Z";
const SERVER: Server = { host: "far.test", webHost: "far.test" };
const question: Question<Server, string> = {
  path: () => "/users/ada",
  sign: true,
  reads: () => z.string().transform((text) => says(text)),
  statusMeans: { 403: { gap: "hidden-by-server" }, 500: { gap: "not-offered" } },
};
const gateSaying = (reply: Partial<Answer> | Reply): Gate => ({
  ask: async ({ url }) => ({ ok: true, status: 200, url, headers: {}, body: "", at: AT, ...reply }) as Reply,
});

it.each([
  ["401 with a reason, signed", { status: 401, signed: true, ours: "signature-refused" }, "signature-refused"],
  ["403, signed", { status: 403, signed: true, ours: "refused-us" }, "refused-us"],
  ["500, signed", { status: 500, signed: true, ours: "our-fault" }, "our-fault"],
  ["a late answer to what we signed", { ok: false, why: "our-fault", at: AT }, "our-fault"],
  ["a name server that gives us no answer", { ok: false, why: "resolver", at: AT }, "our-fault"],
  ["401, unsigned", { status: 401 }, "needs-signature"],
  ["401 without a reason, signed", { status: 401, signed: true }, "needs-login"],
  ["401 that asks for a login", { status: 401, wantsNoSignature: true }, "needs-login"],
  ["403, unsigned", { status: 403 }, "hidden-by-server"],
  ["robots.txt", { ok: false, why: "robots", at: AT }, "refused-robots"],
] as const)("%s is a gap of its own", async (_, reply, gap) => {
  const { fact } = await ask(gateSaying(reply), question, SERVER);
  expect(fact).toMatchObject({ known: false, gap });
});
