import { createECDH } from "node:crypto";
import type { ConnectionOptions } from "node:tls";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Ask, Gate } from "#lib/domain/ports/gate.ts";
import { askHome } from "#lib/fediverse/find/account.ts";
import { readActorDocument } from "#lib/fediverse/find/actor.ts";
import { findAccount } from "#lib/fediverse/find/discover.ts";
import { readNodeInfo } from "#lib/fediverse/find/nodeinfo.ts";
import { readFollowers } from "#lib/fediverse/follower-list/list.ts";
import { generic } from "#lib/fediverse/software/generic.ts";
import { mastodon } from "#lib/fediverse/software/mastodon.ts";
import { memoryLedger } from "#lib/net/budget/ledger.ts";
import { parseRoutes } from "#lib/net/connect/routes.ts";
import { type OpenGate, openGate } from "#lib/net/gate.ts";
import { processMemory } from "#lib/net/memory.ts";
import { send } from "#lib/push/send.ts";
import { makePushKey, openVapid } from "#lib/push/vapid.ts";
import { lookUp } from "#lib/share/look-up.ts";
import { openAvatars } from "./avatars.ts";

/** Every connection that is tried: none may be. */
const dialled = vi.hoisted(() => [] as unknown[]);
vi.mock("node:tls", async (original) => {
  const tls = await original<typeof import("node:tls")>();
  const connect = (options: ConnectionOptions) => {
    dialled.push(options.host);
    return tls.connect(options);
  };
  return { ...tls, connect };
});

/** A server that answers politely and leads inside with every address it names. */
const SLY = "https://sly.example";
const SERVER = { host: "sly.example", webHost: "sly.example" };
const now = () => new Date();
let real: OpenGate;
let asked: string[];

beforeEach(() => {
  asked = [];
  const parsed = parseRoutes("");
  if (!parsed.ok) throw new Error(parsed.problem);
  const { routes } = parsed;
  real = openGate({
    ...{ ledger: memoryLedger(), memory: processMemory(now), routes, userAgent: "test", robots: "polite", now },
    optOut: () => false,
    // Whatever name it gives, below its own domain or anywhere.
    lookup: async () => ["127.0.0.1"],
  });
});
afterEach(async () => {
  await real.close();
  expect(dialled.splice(0)).toEqual([]);
});

/** Ways to write where nobody is to be led; the last ones are names that resolve to it. */
const INSIDE = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "in.sly.example", "in.example"];
const at = (inside: string, path: string) => `https://${inside}${path}`;

const side = (host: string) => ({
  ...{ acct: `ada@${host}`, host, webHost: host },
  ...{ uri: `https://${host}/users/ada`, url: `https://${host}/@ada` },
});

/** Its own answers are at hand; every other address goes to the real gate. */
function led(answers: Readonly<Record<string, unknown>>): Gate {
  return {
    async ask(ask: Ask) {
      const path = ask.url.startsWith(`${SLY}/`) ? ask.url.slice(SLY.length) : undefined;
      if (path === undefined) {
        asked.push(ask.url);
        return real.ask(ask);
      }
      const known = answers[path.replace(/\?.*/, "")];
      const body = JSON.stringify(known ?? { error: "Record not found" });
      return { ok: true, status: known ? 200 : 404, url: ask.url, headers: {}, at: now().toISOString(), body };
    },
  };
}
const finger = (href: string, template = href) => ({
  "/.well-known/webfinger": {
    subject: "acct:bo@sly.example",
    links: [
      { rel: "self", type: "application/activity+json", href },
      { rel: "http://ostatus.org/schema/1.0/subscribe", template: `${template}?uri={uri}` },
    ],
  },
});

describe.each(INSIDE)("nobody is led to %s", (inside) => {
  test("by NodeInfo's link", async () => {
    const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
    const index = { links: [{ rel, href: at(inside, "/nodeinfo/2.0") }] };
    const { fact } = await readNodeInfo(led({ "/.well-known/nodeinfo": index }), SERVER);
    expect(fact.known).toBe(false);
  });

  test("by WebFinger, to an account, its actor or its home", async () => {
    const gate = led(finger(at(inside, "/users/bo")));
    const found = await findAccount(gate, { user: "bo", host: "sly.example" });
    const uri = found.known ? found.value.uri : at(inside, "/users/bo");
    expect(await readActorDocument(gate, uri)).toMatchObject({ known: false });
    expect(await askHome(generic, gate, { server: SERVER, user: "bo", uri })).toMatchObject({ known: false });
    expect(asked.length).toBeGreaterThan(0);
  });

  test("by the template for following, which is a link at most", async () => {
    const deps = { gate: led(finger(`${SLY}/users/bo`, at(inside, "/follow"))), memory: processMemory(now), now };
    const told = await lookUp(deps, "bo@sly.example", { old: side("old.example"), new: side("new.example") });
    // Below its own domain it may stand: the visitor's browser goes there, and only if he wants to.
    const kind = inside.endsWith(".sly.example") ? "link" : "manual";
    expect(told).toMatchObject({ ok: true, answer: { server: "sly.example", follow: { kind } } });
    // What the new server publishes is read as well; nobody else is asked.
    expect(asked.filter((url) => !url.startsWith("https://new.example/"))).toEqual([]);
  });

  test("by a collection's pages", async () => {
    const uri = `${SLY}/users/bo`;
    const followers = `${uri}/followers`;
    const gate = led({
      "/users/bo": { id: uri, type: "Person", preferredUsername: "bo", followers },
      "/users/bo/followers": { id: followers, type: "OrderedCollection", totalItems: 9, first: at(inside, "/page") },
    });
    let last: unknown;
    for await (const step of readFollowers(mastodon, gate, { server: SERVER, user: "bo", uri })) last = step;
    expect(last).toMatchObject({ kind: "end", complete: false, read: 0 });
  });

  test("by the address that a browser is told at", async () => {
    const p256dh = createECDH("prime256v1").generateKeys("base64url");
    const subscription = { endpoint: at(inside, "/to/me"), p256dh, auth: "AAAAAAAAAAAAAAAAAAAAAA" };
    const notice = { title: "t", body: "b", lang: "en", dir: "ltr", path: "/check/x" } as const;
    const vapid = openVapid(makePushKey(), "https://housewarming.example/bot");
    expect(await send({ gate: led({}), vapid, now }, subscription, notice, "topic")).toBe("ended");
    expect(asked).toHaveLength(1);
  });

  test("by an avatar", async () => {
    const avatars = openAvatars(led({}), processMemory(now), "secret");
    expect(await avatars.read(avatars.pathOf(at(inside, "/a.png")).slice("/api/avatars/".length))).toBeNull();
    expect(asked).toHaveLength(1);
  });
});
