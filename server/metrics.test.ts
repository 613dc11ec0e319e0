import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listenForMetrics } from "./metrics.ts";

const page = async () => ({ html: "<h1>all well</h1>", policy: "default-src 'none'" });

async function opened(figures: () => Promise<string>) {
  const server = await listenForMetrics({ host: "127.0.0.1", port: 0 }, { figures, page });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { port, ask: (path: string, method = "GET") => fetch(`http://127.0.0.1:${port}${path}`, { method }) };
}

test("figures are given at one address, a page at another, and nothing else is", async () => {
  const { ask } = await opened(async () => "a 1\n");
  const found = await ask("/metrics");
  expect([found.status, found.headers.get("content-type"), await found.text()]).toEqual([
    ...[200, "text/plain; version=0.0.4; charset=utf-8", "a 1\n"],
  ]);
  const shown = await ask("/");
  expect([shown.headers.get("content-security-policy"), shown.headers.get("cache-control")]).toEqual([
    ...["default-src 'none'", "no-store"],
  ]);
  expect(await shown.text()).toBe("<h1>all well</h1>");
  expect((await ask("/constructor")).status).toBe(404);
  expect((await ask("/", "POST")).status).toBe(404);
  expect((await ask("/metrics", "POST")).status).toBe(404);
});

test("a store that is away ends as 503, and the door stays open", async () => {
  let away = true;
  const { ask } = await opened(async () => {
    if (away) throw new Error("away");
    return "a 1\n";
  });
  expect((await ask("/metrics")).status).toBe(503);
  away = false;
  expect((await ask("/metrics")).status).toBe(200);
});

test("a taken port is said in one sentence", async () => {
  const { port } = await opened(async () => "");
  await expect(listenForMetrics({ host: "127.0.0.1", port }, { figures: async () => "", page })).rejects.toThrow(
    /METRICS cannot listen/,
  );
});
