import { createServer, request } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CertificateKind, makeAuthority } from "./certs.ts";

const authority = makeAuthority();
const kinds: Record<string, CertificateKind> = { "old.test": "expired", "parked.test": "wrong-name" };
const server = createServer(
  { SNICallback: (host, done) => done(null, authority.contextFor(host, kinds[host])) },
  (_, res) => res.end("hello"),
);
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise((done) => server.close(done)));

const knock = (host: string, ca = authority.caPem) =>
  new Promise<string>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: "127.0.0.1", port, servername: host, headers: { host }, ca, agent: false }, (res) => {
      res.on("data", (chunk) => resolve(String(chunk)));
    })
      .on("error", reject)
      .end();
  });

it("is trusted for the name it was asked for, of any length", async () => {
  expect(await knock("alive.test")).toBe("hello");
  expect(await knock(`${"long-label.".repeat(18)}test`)).toBe("hello");
  expect(await knock("xn--bcher-kva.example")).toBe("hello");
});

it("can be expired or made out to somebody else", async () => {
  await expect(knock("old.test")).rejects.toMatchObject({ code: "CERT_HAS_EXPIRED" });
  await expect(knock("parked.test")).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
});

it("means nothing to a client that does not hold this world's authority", async () => {
  await expect(knock("alive.test", makeAuthority().caPem)).rejects.toMatchObject({
    code: expect.stringMatching(/SIGNATURE|VERIFY|ISSUER/),
  });
});

it("keeps what it made", () => {
  expect(authority.contextFor("alive.test")).toBe(authority.contextFor("alive.test"));
  expect(authority.contextFor("alive.test", "expired")).not.toBe(authority.contextFor("alive.test"));
});
