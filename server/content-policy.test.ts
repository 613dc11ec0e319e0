import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { alwaysWithPolicy, STRICT_POLICY } from "./content-policy.ts";

async function policyOf(answer: (response: ServerResponse) => void): Promise<string | null> {
  const server = createServer((_, response) => {
    alwaysWithPolicy(response);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const given = await fetch(`http://127.0.0.1:${port}/`);
  await given.text();
  server.close();
  return given.headers.get("content-security-policy");
}
const OWN = "default-src 'self'";

it.each<[string, (response: ServerResponse) => void, string]>([
  ["an answer without one", (response) => response.end("x"), STRICT_POLICY],
  ["a head without one", (response) => response.writeHead(404, { "x-a": "1" }).end(), STRICT_POLICY],
  ["one set before", (response) => response.setHeader("content-security-policy", OWN).end("x"), OWN],
  ["one in the head", (response) => response.writeHead(200, { "content-security-policy": OWN }).end(), OWN],
])("%s: %#", async (_, answer, policy) => expect(await policyOf(answer)).toBe(policy));
