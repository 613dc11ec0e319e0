import { createHash, createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keyIdOf } from "./actor.ts";
import { ownDocuments } from "./own-documents.ts";
import { makeKeyPair } from "./signer.ts";

const PUBLIC_URL = "https://hw.test:8443";
const { publicPem } = await makeKeyPair();
const find = ownDocuments({ publicUrl: PUBLIC_URL, publicPem, version: "1.2.3" });
const read = (target: string) => JSON.parse(find(target)?.body ?? "null");
const finger = (resource: string) => `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`;

describe("the actor", () => {
  it("has all that a Mastodon looks for, under the type that it reads", () => {
    expect(find("/actor")?.type).toBe("application/activity+json");
    const { preferredUsername, inbox, outbox, publicKey } = read("/actor");
    expect({ preferredUsername, inbox, outbox }).toEqual({
      preferredUsername: "housewarming",
      inbox: `${PUBLIC_URL}/actor/inbox`,
      outbox: `${PUBLIC_URL}/actor/outbox`,
    });
    expect(publicKey).toMatchObject({ owner: `${PUBLIC_URL}/actor`, publicKeyPem: publicPem });
  });

  it("names its key by the fingerprint, so that another key has another name", async () => {
    const der = createPublicKey(publicPem).export({ type: "spki", format: "der" });
    const fingerprint = createHash("sha256").update(der).digest("hex").slice(0, 12);
    expect(read("/actor").publicKey.id).toBe(`${PUBLIC_URL}/actor#${fingerprint}`);
    const other = await makeKeyPair();
    expect(keyIdOf({ publicUrl: PUBLIC_URL, publicPem: other.publicPem })).not.toBe(read("/actor").publicKey.id);
  });

  it("has an outbox with nothing in it", () => {
    expect(read("/actor/outbox")).toMatchObject({ type: "OrderedCollection", totalItems: 0 });
  });
});

describe("WebFinger", () => {
  it.each(["acct:housewarming@hw.test:8443", `${PUBLIC_URL}/actor`])("leads from %s back to the actor", (name) => {
    const { subject, links } = read(finger(name));
    expect(subject).toBe("acct:housewarming@hw.test:8443");
    expect(links).toContainEqual({ rel: "self", type: "application/activity+json", href: `${PUBLIC_URL}/actor` });
  });

  it("knows nobody else, and needs a name", () => {
    expect(find(finger("acct:alice@hw.test:8443"))?.status).toBe(404);
    expect(find(finger("acct:housewarming@other.test"))?.status).toBe(404);
    expect(find("/.well-known/webfinger")?.status).toBe(400);
  });
});

it("host-meta leads to WebFinger, and NodeInfo to what it names", () => {
  expect(find("/.well-known/host-meta")?.body).toContain(`${PUBLIC_URL}/.well-known/webfinger?resource={uri}`);
  for (const { href } of read("/.well-known/nodeinfo").links)
    expect(read(href.slice(PUBLIC_URL.length)).software).toEqual({ name: "housewarming", version: "1.2.3" });
});

it("leaves all other addresses to the pages", () => {
  expect(["/", "/actor/inbox", "/actor/", "/bot", "//", "/.well-known/security.txt"].map(find)).toEqual(
    Array(6).fill(undefined),
  );
});
