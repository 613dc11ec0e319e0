import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { speakPlainly } from "./plain-words.ts";

async function answered(away: boolean, accept: string, status: number) {
  const broken = (response: ServerResponse) => response.writeHead(status).end();
  const server = createServer((request, response) => {
    speakPlainly(request, response, { isAway: () => away });
    broken(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const given = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept } });
  const text = await given.text();
  server.close();
  return { status: given.status, retryAfter: given.headers.get("retry-after"), text };
}
const PAGE = "text/html";

it("says of a page that fails while the store is away that it is, and when to come back", async () => {
  const given = await answered(true, PAGE, 500);
  expect(given).toMatchObject({ status: 503, retryAfter: "30" });
  expect(given.text).toContain("it’s full, or it can’t be reached");
});

it("says the same to a program", async () => {
  const given = await answered(true, "*/*", 500);
  expect([given.status, JSON.parse(given.text)]).toEqual([
    503,
    { type: "about:blank", title: "Not available right now", status: 503 },
  ]);
});

it.each([
  [false, 500, 500],
  [true, 404, 404],
])("away: %s, %i stays %i", async (away, status, stays) =>
  expect(await answered(away, PAGE, status)).toMatchObject({ status: stays, retryAfter: null }),
);
