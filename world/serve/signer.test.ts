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

/** Somebody who asks, under a name of its own, and what is wrong with it. */
type Asker = {
  pem: string;
  type: string;
  status: number;
  webfinger: number;
  self: string;
  inbox: boolean;
  down: boolean;
};
const askers = new Map<string, Partial<Asker>>();
const asked: string[] = [];
const reach: Reach = async (url) => {
  asked.push(url);
  const { hostname, pathname } = new URL(url);
  const asker = { pem: first.publicKey, type: "application/activity+json", status: 200, ...askers.get(hostname) };
  const id = `https://${hostname}/actor`;
  if (asker.down) throw new Error(`connection refused by ${hostname}`);
  if (pathname !== "/actor") {
    const links = [{ rel: "self", href: asker.self ?? id }];
    return {
      status: asker.webfinger ?? 200,
      type: "application/jrd+json",
      body: { subject: `acct:asker@${hostname}`, links },
    };
  }
  const inbox = asker.inbox === false ? {} : { inbox: `${id}/inbox` };
  const body = { id, preferredUsername: "asker", publicKey: { publicKeyPem: asker.pem }, ...inbox };
  return { status: asker.status, type: asker.type, body };
};

let now = NOON;
const SHUT = { "shut.example": "suspend" } as const;
const { get } = inWorld(
  {
    servers: {
      "secure.test": { secure: true, blocks: SHUT },
      "plain.test": { blocks: SHUT },
      "club.test": { limited: true, allows: ["old.test", "friend.example"] },
    },
    followers: { "secure.test": ["se"], "plain.test": ["pa"], "club.test": ["cl"] },
  },
  { reach, clock: { now: () => now } },
);

type Signing = { key?: string; headers?: string; at?: number };
function signed(
  path: string,
  asker: string,
  { key = first.privateKey, headers = "(request-target) host date", at = now }: Signing = {},
) {
  const [host = "", ...rest] = path.split("/");
  const date = new Date(at).toUTCString();
  const values: Record<string, string> = { "(request-target)": `get /${rest.join("/")}`, host, date };
  const text = headers
    .split(" ")
    .map((name) => `${name}: ${values[name]}`)
    .join("\n");
  const value = createSign("RSA-SHA256").update(text).sign(key, "base64");
  const keyId = `https://${asker}/actor#main-key`;
  return get(path, {
    headers: {
      accept: "application/activity+json",
      date,
      signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="${headers}",signature="${value}"`,
    },
  });
}
const saying = async (heard: Promise<{ status: number; json: unknown }>) => {
  const { status, json } = await heard;
  return status === 200 ? [200] : [status, (json as { error: string }).error];
};
const secure = (asker: string, signing?: Signing) => saying(signed("secure.test/users/se", asker, signing));

describe("a Mastodon in secure mode", () => {
  it("asks the signer for its document and for its name, once", async () => {
    asked.length = 0;
    expect(await secure("good.example")).toEqual([200]);
    expect(await secure("good.example")).toEqual([200]);
    expect(asked).toEqual([
      "https://good.example/actor",
      "https://good.example/.well-known/webfinger?resource=acct:asker@good.example",
    ]);
  });

  it.each<[string, Partial<Asker>, string]>([
    [
      "nowf.example",
      { webfinger: 404 },
      "Webfinger error when resolving asker@nowf.example: Request for acct:asker@nowf.example returned HTTP 404",
    ],
    [
      "self.example",
      { self: "https://self.example/other" },
      "Webfinger response for asker@self.example does not loop back to https://self.example/actor",
    ],
    ["json.example", { type: "application/json" }, "Unable to fetch key JSON at https://json.example/actor#main-key"],
    ["dead.example", { status: 500 }, "Unable to fetch key JSON at https://dead.example/actor#main-key"],
    ["noinbox.example", { inbox: false }, "Public key not found for key https://noinbox.example/actor#main-key"],
    [
      "wrong.example",
      { pem: second.publicKey },
      "Verification failed for asker@wrong.example https://wrong.example/actor https://wrong.example/actor#main-key",
    ],
  ])("tells %s what is wrong with it", async (host, asker, reason) => {
    askers.set(host, asker);
    expect(await secure(host)).toEqual([401, reason]);
  });

  it("wants host and date signed, the date within the hour", async () => {
    expect(await secure("good.example", { headers: "(request-target) date" })).toEqual([
      401,
      "Mastodon requires the Host header to be signed when doing a GET request",
    ]);
    expect(await secure("good.example", { at: now - 50 * 60_000 })).toEqual([200]);
    expect((await secure("good.example", { at: now - 70 * 60_000 }))[0]).toBe(401);
  });

  it("refuses servers it suspends or does not allow with 403", async () => {
    const reason = "Public key not found for key https://shut.example/actor#main-key";
    expect(await secure("shut.example")).toEqual([403, reason]);
    expect((await saying(signed("club.test/users/cl", "stranger.example")))[0]).toBe(403);
    expect(await saying(signed("club.test/users/cl", "friend.example"))).toEqual([200]);
  });

  it("takes a new key under a known name at once, and the old one no more", async () => {
    expect(await secure("turn.example")).toEqual([200]);
    askers.set("turn.example", { pem: second.publicKey });
    expect(await secure("turn.example", { key: second.privateKey })).toEqual([200]);
    expect((await secure("turn.example"))[0]).toBe(401);
  });

  it("asks no more for five minutes where nobody answered, and still knows the keys it has", async () => {
    askers.set("slow.example", { down: true });
    expect((await secure("slow.example"))[0]).toBe(503);
    askers.set("slow.example", {});
    now += 60_000;
    const skipped = "Fetching attempt skipped because of recent connection failure";
    expect(await secure("slow.example")).toEqual([503, skipped]);
    expect(await secure("good.example")).toEqual([200]);
    now += 5 * 60_000;
    expect(await secure("slow.example")).toEqual([200]);
  });
});

it("looks at no signature elsewhere", async () => {
  expect(await saying(signed("plain.test/users/pa", "shut.example", { key: second.privateKey }))).toEqual([200]);
});
