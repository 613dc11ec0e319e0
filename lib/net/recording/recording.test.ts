import { expect, it } from "vitest";
import type { Exchange, Raw, Request } from "../exchange.ts";
import { Stopped } from "../failure.ts";
import type { Recorded } from "./recorded.ts";
import { replaying } from "./replay.ts";
import { tracing } from "./trace.ts";

const LIMITS = { totalMs: 1000 };
const NOW = new Date("2026-11-29T12:00:00Z");
const asks = (url: string, more: Partial<Request> = {}): Request => ({
  ...{ url: new URL(url), method: "GET", headers: { accept: "application/json" }, cap: { bytes: 1000, cut: false } },
  ...more,
});
const SIGNED = { headers: { accept: "application/json", signature: 'keyId="k",signature="secret"' } };
const raw = (body: string | null, more: Partial<Raw> = {}): Raw => ({
  ...{ status: 200, headers: { "content-type": "application/json" } },
  ...{ bytes: body === null ? null : Buffer.from(body), ...more },
});

async function trace(exchange: Exchange, ...requests: readonly Request[]): Promise<readonly Recorded[]> {
  const kept: Recorded[] = [];
  const traced = tracing(
    exchange,
    (recorded) => kept.push(recorded),
    () => NOW,
  );
  for (const request of requests) await traced(request, LIMITS).catch(() => undefined);
  return JSON.parse(JSON.stringify(kept)) as Recorded[];
}

it("keeps neither a signature nor a cookie", async () => {
  const headers = { "set-cookie": "session=1", date: "today", "content-encoding": "gzip" };
  const kept = await trace(async () => raw("[]", { headers }), asks("https://far.test/users/bo", SIGNED));
  expect(kept).toMatchObject([{ request: { signed: true }, at: NOW.toISOString(), headers: { date: "today" } }]);
  expect(JSON.stringify(kept)).not.toMatch(/secret|session|gzip/);
});

it.each<[string, string | null]>([
  ["a list", '[{"id":"1"}]'],
  ["a text", "User-agent: *\nDisallow: /"],
  ["a text that is JSON too", '"quoted"'],
  ["a body that could not be read", null],
  ["nothing", ""],
])("gives back what it wrote down: %s", async (_, body) => {
  const request = asks("https://far.test/a");
  const { exchange, unknown } = replaying(await trace(async () => raw(body), request));
  const again = await exchange(request, LIMITS);
  expect(again.bytes === null ? null : again.bytes.toString()).toBe(body);
  expect(unknown).toEqual([]);
});

it("answers as often as was asked, in the same order, and then as the last time", async () => {
  const request = asks("https://far.test/a");
  const bodies = ["1", "2"];
  const recordings = await trace(async () => raw(bodies.shift() ?? ""), request, request);
  const { exchange } = replaying(recordings);
  const told = [];
  for (let n = 0; n < 3; n++) told.push((await exchange(request, LIMITS)).bytes?.toString());
  expect(told).toEqual(["1", "2", "2"]);
});

it("fails as it failed, and tells what was never asked apart from that", async () => {
  const late: Exchange = () => Promise.reject(new Stopped("timeout"));
  const { exchange, unknown } = replaying(await trace(late, asks("https://far.test/a")));
  await expect(exchange(asks("https://far.test/a"), LIMITS)).rejects.toMatchObject({ why: "timeout" });
  await expect(exchange(asks("https://far.test/b"), LIMITS)).rejects.toMatchObject({ why: "cancelled" });
  expect(unknown.map(({ url }) => url)).toEqual(["https://far.test/b"]);
});

it("knows a question again however it is written", async () => {
  const post = (body: string) => asks("https://mk.test/api/users/show", { method: "POST", body });
  const written = [asks("https://far.test/lookup?acct=bo%40old.test"), post('{"username":"bo","host":null}')];
  const { exchange, unknown } = replaying(await trace(async () => raw("{}"), ...written));
  await exchange(asks("https://far.test/lookup?acct=bo@old.test"), LIMITS);
  await exchange(post('{"host":null,"username":"bo"}'), LIMITS);
  await expect(exchange(post('{"host":null,"username":"cy"}'), LIMITS)).rejects.toThrow();
  expect(unknown).toHaveLength(1);
});
