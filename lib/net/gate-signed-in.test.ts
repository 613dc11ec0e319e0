import { afterAll, beforeAll, expect, test } from "vitest";
import type { SignedIn } from "#lib/domain/ports/gate.ts";
import { type Bed, json, openBed } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import { memoryLedger } from "./budget/ledger.ts";
import type { OpenGate } from "./gate.ts";
import type { Recorded } from "./recording/recorded.ts";
import { tracing } from "./recording/trace.ts";

const MINE: SignedIn = { host: "new.test", token: "sesame", account: "signed-in 1" };
const now = () => new Date("2026-11-29T12:00:00Z");
const kept: Recorded[] = [];
const heard: string[] = [];
let bed: Bed;
let gate: OpenGate;

beforeAll(async () => {
  bed = await openBed(makeAuthority());
  const through = (network: Parameters<typeof tracing>[0]) => tracing(network, (one) => void kept.push(one), now);
  gate = openTestGate(bed, { now, through });
  for (const host of ["new.test", "thief.test"])
    bed.serve(host, (request, response) => {
      heard.push(`${host} ${request.url} ${request.headers.authorization ?? "-"}`);
      if (request.url === "/away") response.writeHead(302, { location: "https://thief.test/take" }).end();
      else if (request.url === "/act") response.writeHead(307, { location: "/there" }).end();
      else if (request.url === "/within") response.writeHead(302, { location: "/there" }).end();
      else json({ ok: true })(request, response);
    });
});
afterAll(async () => {
  await gate.close();
  await bed.close();
});

const ask = (url: string, more = {}) => gate.ask({ url, own: true, signedIn: MINE, ...more });

test("a token goes to its own host, and along with it where it leads within", async () => {
  expect(await ask("https://new.test/within")).toMatchObject({ ok: true, status: 200 });
  expect(heard).toEqual(["new.test /within Bearer sesame", "new.test /there Bearer sesame"]);
});

test.each(["https://new.test/away", "https://thief.test/page?max_id=1", "https://sub.new.test/"])(
  "%s gets no token to another host",
  async (url) => {
    heard.length = 0;
    expect(await ask(url)).toMatchObject({ ok: false, why: "redirects" });
    expect(heard.filter((line) => !line.startsWith("new.test"))).toEqual([]);
  },
);

test("what changes something is sent once, to the address that was asked", async () => {
  heard.length = 0;
  const act = { method: "POST" as const, body: {}, acts: true };
  expect(await ask("https://new.test/act", act)).toMatchObject({ ok: false, why: "redirects" });
  expect(heard).toEqual(["new.test /act Bearer sesame"]);
});

test("what leads to a token is sent on to nobody either", async () => {
  heard.length = 0;
  const form = { method: "POST" as const, form: "code=1", apart: "sign-in" as const };
  expect(await gate.ask({ url: "https://new.test/away", own: true, ...form })).toMatchObject({ why: "redirects" });
  expect(await gate.ask({ url: "https://new.test/away", own: true, apart: "sign-in" })).toMatchObject({
    why: "redirects",
  });
  expect(heard.filter((line) => !line.startsWith("new.test"))).toEqual([]);
});

test("what is for one browser is sent on to nobody, with its own headers and no others of ours", async () => {
  heard.length = 0;
  const push = { body: Buffer.from("for the browser"), headers: { authorization: "vapid t=sesame", ttl: "60" } };
  const told = { method: "POST", apart: "push", about: "browser", acts: true, as: "text", push } as const;
  expect(await gate.ask({ url: "https://new.test/away", ...told })).toMatchObject({ why: "redirects" });
  expect(heard).toEqual(["new.test /away vapid t=sesame"]);
});

test("no recording keeps what was asked with a token, on the way to one, or for one browser", async () => {
  await gate.ask({ url: "https://new.test/open", own: true });
  expect(kept.map(({ request }) => request.url).filter((url) => !url.endsWith("robots.txt"))).toEqual([
    "https://new.test/open",
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/sesame|code=1|browser/);
});

test("an account has a limit of its own: a stranger's is neither used nor needed", async () => {
  const ledger = memoryLedger();
  const other = openTestGate(bed, { now, ledger });
  // What robots.txt says is known from before.
  await other.ask({ url: "https://new.test/a", own: true });
  await ledger.heard("new.test", { status: 429, paged: false }, now());
  expect(await other.ask({ url: "https://new.test/a", own: true })).toMatchObject({ ok: false, why: "over-budget" });
  expect(await other.ask({ url: "https://new.test/a", own: true, signedIn: MINE })).toMatchObject({ ok: true });
  await other.close();
});
