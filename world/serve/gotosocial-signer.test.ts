import { createSign, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import type { Reach } from "./signer-key.ts";

const made = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const [first, second] = [made(), made()];
const NOON = Date.parse("2026-11-20T12:00:00Z");

/** What stands behind the signer's name at the moment. */
const house = { pem: first.publicKey, hasWebfinger: true };
const asked: string[] = [];
const reach: Reach = async (url) => {
  asked.push(url);
  const { hostname, pathname } = new URL(url);
  const id = `https://${hostname}/actor`;
  if (pathname === "/actor") {
    const body = { id, preferredUsername: "asker", inbox: `${id}/inbox`, publicKey: { publicKeyPem: house.pem } };
    return { status: 200, type: "application/activity+json", body };
  }
  const links = [{ rel: "self", href: id }];
  return house.hasWebfinger
    ? { status: 200, type: "application/jrd+json", body: { subject: `acct:asker@${hostname}`, links } }
    : { status: 404, type: "text/plain", body: undefined };
};

describe("a GoToSocial that is asked with a signature", () => {
  const { get } = inWorld(
    {
      servers: {
        "gts.test": { software: "gotosocial", blocks: { "shut.example": "suspend" } },
        "elm.test": { software: "gotosocial", limited: true, allows: ["old.test"] },
      },
      followers: { "gts.test": ["ada"], "elm.test": ["elsa"] },
    },
    { reach, clock: { now: () => NOON } },
  );
  const signed = async (path: string, asker: string, key = first.privateKey) => {
    const [host = "", ...rest] = path.split("/");
    const date = new Date(NOON).toUTCString();
    const text = `(request-target): get /${rest.join("/")}\nhost: ${host}\ndate: ${date}`;
    const value = createSign("RSA-SHA256").update(text).sign(key, "base64");
    const signature = `keyId="https://${asker}/actor#main-key",algorithm="rsa-sha256",headers="(request-target) host date",signature="${value}"`;
    const {
      status,
      json,
      text: said,
    } = await get(path, { headers: { accept: "application/activity+json", date, signature } });
    return status === 200 ? [200] : [status, (json as { error?: string })?.error ?? said];
  };

  it("reads the signer's account and looks it up by name, once", async () => {
    asked.length = 0;
    expect(await signed("gts.test/users/ada", "good.example")).toEqual([200]);
    expect(await signed("gts.test/users/ada", "good.example")).toEqual([200]);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain("/.well-known/webfinger?resource=acct:asker@good.example");
  });

  it("fails without a word where the signer cannot be looked up, and tries again the next time", async () => {
    house.hasWebfinger = false;
    expect(await signed("gts.test/users/ada", "nameless.example")).toEqual([500, "Internal Server Error"]);
    house.hasWebfinger = true;
    expect(await signed("gts.test/users/ada", "nameless.example")).toEqual([200]);
  });

  it("believes no other key under a name it knows, for good", async () => {
    expect(await signed("gts.test/users/ada", "changed.example")).toEqual([200]);
    house.pem = second.publicKey;
    const [status, reason] = await signed("gts.test/users/ada", "changed.example", second.privateKey);
    expect(status).toBe(401);
    expect(reason).toContain("authentication NOT PASSED for public key https://changed.example/actor#main-key");
    house.pem = first.publicKey;
  });

  it("says nothing to those it blocks, and to those it does not allow", async () => {
    expect(await signed("gts.test/users/ada", "shut.example")).toEqual([403, ""]);
    expect(await signed("elm.test/users/elsa", "good.example")).toEqual([403, ""]);
  });

  it("answers nobody who does not sign", async () => {
    expect((await get("gts.test/users/ada")).status).toBe(401);
    expect((await get("gts.test/users/ada/followers?limit=40")).status).toBe(401);
  });
});
