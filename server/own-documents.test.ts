import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reachOnLoopback } from "#world/serve/reach.ts";
import { giveOwnDocument } from "./own-documents.ts";

const PUBLIC_URL = "https://house.test";
const ACTOR = { status: 200, type: "application/activity+json", body: '{"id":"ada"}' } as const;
const LEFT = "left to the pages";

let server: Server;
const port = () => (server.address() as AddressInfo).port;
beforeAll(async () => {
  server = createServer((request, response) => {
    const documents = (target: string) => (target === "/actor" ? ACTOR : undefined);
    if (!giveOwnDocument(request, response, documents)) response.end(LEFT);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => new Promise((done) => server.close(done)));

const ask = (path: string, method = "GET") => fetch(`http://127.0.0.1:${port()}${path}`, { method });

it("gives a document as it is, and its head without it", async () => {
  const given = await ask("/actor");
  expect([given.status, given.headers.get("content-type"), await given.text()]).toEqual([200, ACTOR.type, ACTOR.body]);
  const head = await ask("/actor", "HEAD");
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "12", ""]);
});

it("leaves other addresses and methods to the pages", async () => {
  for (const asked of [ask("/bot"), ask("/actor", "POST")]) expect(await (await asked).text()).toBe(LEFT);
});

it("is where a simulated server finds us by our public address, and nobody else", async () => {
  const reach = reachOnLoopback(PUBLIC_URL, port);
  expect(await reach(`${PUBLIC_URL}/actor`, ACTOR.type)).toEqual({ ...ACTOR, body: { id: "ada" } });
  await expect(reach("https://other.test/actor", ACTOR.type)).rejects.toThrow("other.test");
});
