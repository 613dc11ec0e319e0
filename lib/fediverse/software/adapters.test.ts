import { describe, expect, it } from "vitest";
import { CATALOGUE } from "#lib/software/index.ts";
import { mastodonMask } from "#lib/software/mastodon.ts";
import { actor, collection, nodeinfo, nodeinfoIndex } from "#testing/answers/activitypub/documents.ts";
import { account, HIDDEN_LIST } from "#testing/answers/mastodon/account.ts";
import { federation, withFederation } from "#testing/answers/pleroma/documents.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { namedHost } from "../about/named-host.ts";
import { askPeers } from "../about/peers.ts";
import { askStance } from "../about/stances.ts";
import { askAccount, askHome } from "../find/account.ts";
import { readFollowers } from "../follower-list/list.ts";
import type { Adapter } from "../question/adapter.ts";
import { bare } from "./bare.ts";
import { friendica } from "./friendica.ts";
import { generic } from "./generic.ts";
import { iceshrimpNet } from "./iceshrimp-net.ts";
import { ADAPTERS, adapterFor } from "./index.ts";
import { lemmy } from "./lemmy.ts";
import { mbin } from "./mbin.ts";
import { peertube } from "./peertube.ts";
import { piefed } from "./piefed.ts";
import { snac } from "./snac.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const at = (path: string) => `https://far.example${path}`;
const V3 = at("/api/v3/federated_instances");
const V4 = at("/api/v4/federated_instances?kind=blocked&limit=50");
const BLOCKS = at("/api/v1/instance/domain_blocks");
const v3 = (blocked: readonly string[], allowed: readonly string[] = []) => ({
  body: {
    federated_instances: {
      linked: [],
      allowed: allowed.map((domain, id) => ({ id, domain, published: "2023-06-01T00:00:00Z" })),
      blocked: blocked.map((domain, id) => ({ id, domain, published: "2023-06-01T00:00:00Z" })),
    },
  },
});

const stance = async (adapter: Adapter, answers: Answers, host = "old.example") => {
  const gate = fakeGate(answers);
  const fact = await askStance(adapter, gate, FAR, namedHost(host));
  if (!fact.known) return fact.gap;
  const { inbound, outbound, match, parentProves, allowList, harm } = fact.value;
  return [inbound, outbound, match, parentProves && "proves", allowList && "allow-list", harm && "harm"]
    .filter(Boolean)
    .join(" ");
};

describe("Friendica's file", () => {
  const FILE = at("/blocklist/domain/download");
  it.each<[string, string, string, string]>([
    ["a name", '"old.example","noise"\n', "old.example", "blocked blocked exact"],
    ["a name without quotes", "old.example,noise\r\n", "old.example", "blocked blocked exact"],
    [
      "a reason with quotes and commas",
      '"old.example","it said ""spam"", twice"\n',
      "old.example",
      "blocked blocked exact harm",
    ],
    ["no reason", '"old.example",""\n', "old.example", "blocked blocked exact"],
    ["a pattern is what is below, not itself", '"*.old.example",""\n', "old.example", "open open"],
    ["a pattern and what is below", '"*.old.example",""\n', "sub.old.example", "blocked blocked parent proves"],
    ["a name and what is below", '"old.example",""\n', "sub.old.example", "open open"],
    ["nobody", "", "old.example", "open open"],
    ["a page in its place", "<!doctype html>\n<title>Login</title>\n", "old.example", "bad-answer"],
    ["JSON in its place", '{"error": "no"}', "old.example", "bad-answer"],
  ])("%s", async (_, body, host, expected) => {
    expect(await stance(friendica, { [FILE]: { body } }, host)).toBe(expected);
  });
});

describe("Lemmy and its like", () => {
  it.each<[string, Adapter, Answers, string, string]>([
    ["Lemmy: a name", lemmy, { [V3]: v3(["Old.example"]) }, "old.example", "blocked blocked exact"],
    ["Lemmy: not what is below", lemmy, { [V3]: v3(["old.example"]) }, "sub.old.example", "open open"],
    [
      "Lemmy: allowed servers",
      lemmy,
      { [V3]: v3([], ["far.example"]) },
      "old.example",
      "blocked blocked exact allow-list",
    ],
    ["Lemmy: allowed", lemmy, { [V3]: v3([], ["old.example"]) }, "old.example", "open open"],
    ["Lemmy: federation off", lemmy, { [V3]: { body: {} } }, "old.example", "blocked blocked exact allow-list"],
    [
      "Lemmy: federation off, with the word for it",
      lemmy,
      { [V3]: { body: { federated_instances: null } } },
      "old.example",
      "blocked blocked exact allow-list",
    ],
    ["Lemmy: an error with status 200", lemmy, { [V3]: { body: { error: "unknown" } } }, "old.example", "bad-answer"],
    [
      "Lemmy: an odd row is an odd list",
      lemmy,
      { [V3]: { body: { federated_instances: { blocked: [{ id: 1 }] } } } },
      "old.example",
      "bad-answer",
    ],
    [
      "Lemmy 1.0: a name",
      lemmy,
      {
        [V4]: {
          body: {
            items: [
              { instance: { id: 2, domain: "old.example" }, blocked: { published_at: "2024", expires_at: null } },
            ],
          },
        },
      },
      "old.example",
      "blocked blocked exact",
    ],
    [
      "Lemmy 1.0: a page proves nothing about others",
      lemmy,
      { [V4]: { body: { items: [] } } },
      "old.example",
      "unknown unknown",
    ],
    ["PieFed: a name", piefed, { [V3]: v3(["old.example"]) }, "old.example", "blocked blocked exact"],
    [
      "PieFed: names that others starred",
      piefed,
      { [V3]: v3([mastodonMask("old.example")]) },
      "old.example",
      "blocked blocked pattern",
    ],
    [
      "PieFed: allowed servers, though its other list is empty",
      piefed,
      { [V3]: v3([], ["far.example"]), [BLOCKS]: { body: [] } },
      "old.example",
      "blocked blocked exact allow-list",
    ],
    ["PieFed: an answer without lists", piefed, { [V3]: { body: {} } }, "old.example", "bad-answer"],
    [
      "PieFed: the other list, empty as where only some are allowed",
      piefed,
      { [BLOCKS]: { body: [] } },
      "old.example",
      "hidden-by-server",
    ],
    [
      "PieFed: the other list",
      piefed,
      { [BLOCKS]: { body: [{ domain: "old.example", severity: "suspend" }] } },
      "old.example",
      "blocked blocked exact",
    ],
    [
      "Mbin: a name with www",
      mbin,
      { [at("/api/defederated")]: { body: { instances: ["www.old.example"] } } },
      "old.example",
      "blocked blocked exact",
    ],
    [
      "Mbin: whether it only allows some is not said",
      mbin,
      { [at("/api/defederated")]: { body: { instances: null } } },
      "old.example",
      "unknown unknown",
    ],
    [
      "PeerTube: a name",
      peertube,
      {
        [at("/api/v1/blocklist/status?hosts=old.example")]: {
          body: { accounts: {}, hosts: { "old.example": { blockedByServer: true, blockedByUser: false } } },
        },
      },
      "old.example",
      "blocked blocked exact",
    ],
    [
      "PeerTube: not",
      peertube,
      {
        [at("/api/v1/blocklist/status?hosts=old.example")]: {
          body: { hosts: { "old.example": { blockedByServer: false } } },
        },
      },
      "old.example",
      "open open",
    ],
    [
      "PeerTube: no word about it",
      peertube,
      { [at("/api/v1/blocklist/status?hosts=old.example")]: { body: { hosts: {} } } },
      "old.example",
      "bad-answer",
    ],
  ])("%s", async (_, adapter, answers, host, expected) => {
    expect(await stance(adapter, answers, host)).toBe(expected);
  });
});

describe("software nobody has read", () => {
  const NODEINFO = { [at("/.well-known/nodeinfo")]: { body: nodeinfoIndex("far.example") } };
  const plain = { ...NODEINFO, [at("/nodeinfo/2.0")]: { body: nodeinfo("unheard.of", "1") } };
  const old = [{ domain: "old.example", severity: "suspend", comment: "" }];

  it.each<[string, Answers, string]>([
    [
      "a list in NodeInfo",
      {
        ...NODEINFO,
        [at("/nodeinfo/2.0")]: { body: withFederation("x", federation({}, { reject: ["old.example"] })) },
      },
      "blocked blocked exact harm",
    ],
    ["Mastodon's list", { ...plain, [BLOCKS]: { body: old } }, "blocked blocked exact"],
    ["Mastodon's list, hidden", { ...plain, [BLOCKS]: HIDDEN_LIST }, "hidden-by-server"],
    ["Lemmy's list", { ...plain, [BLOCKS]: { status: 405 }, [V3]: v3(["old.example"]) }, "blocked blocked exact"],
    ["none", { ...plain, [BLOCKS]: { status: 405 } }, "not-offered"],
    ["any object in place of Lemmy's list", { ...plain, [V3]: { body: { status: "ok" } } }, "bad-answer"],
    ["an error in its place", { ...plain, [V3]: { body: { error: "Unknown endpoint", code: 404 } } }, "bad-answer"],
    ["an empty object in its place", { ...plain, [V3]: { body: {} } }, "bad-answer"],
    ["a null in its place", { ...plain, [V3]: { body: { federated_instances: null } } }, "bad-answer"],
    ["not answering", { ...plain, [BLOCKS]: "timeout" }, "unreachable"],
  ])("%s", async (_, answers, expected) => {
    expect(await stance(generic, answers)).toBe(expected);
  });

  it("stops asking a server that does not answer", async () => {
    const gate = fakeGate({ ...plain, [BLOCKS]: "timeout" });
    await askStance(generic, gate, FAR, namedHost("old.example"));
    expect(gate.asked).not.toContain(V3);
  });

  const ADA = at("/actors/ada");
  const lookup = at("/api/v1/accounts/lookup?acct=ada");
  const who = { server: FAR, user: "ada", uri: ADA };
  it.each<[string, Answers, object]>([
    ["by Mastodon's API where it has that", { [lookup]: { body: account("ada") } }, { value: { id: "id-ada" } }],
    [
      "by the actor",
      { [ADA]: { body: actor(ADA, "ada", { name: "Ada" }) } },
      { value: { acct: "ada@far.example", display: "Ada" } },
    ],
    ["by nothing", { [lookup]: { status: 401 }, [ADA]: { status: 401 } }, { known: false, gap: "needs-login" }],
  ])("shows an account %s", async (_, answers, expected) => {
    const fact = await askAccount(generic, fakeGate(answers), who);
    expect(fact).toMatchObject(expected);
    expect(fact).not.toHaveProperty("value.movedTo");
  });
});

describe("somebody at home on software without an API of ours", () => {
  const uri = "https://far.example/users/bo";
  const read = async (answers: Answers) => {
    const gate = fakeGate(answers);
    const fact = await askHome(generic, gate, { server: FAR, user: "bo", uri });
    return [fact.known ? fact.value : fact.gap, gate.asked.length];
  };

  it("is asked for by the address that is known, in one request", async () => {
    const moved = { id: uri, type: "Person", preferredUsername: "bo", movedTo: "https://new.example/users/bo" };
    expect(await read({ [uri]: { body: { ...moved, movedTo: undefined } } })).toEqual([{ state: "alive" }, 1]);
    expect(await read({ [uri]: { body: moved } })).toEqual([{ state: "moved", movedTo: moved.movedTo }, 1]);
    expect(await read({ [uri]: { status: 410 } })).toEqual([{ state: "deleted" }, 1]);
    // WebFinger may know that somebody has gone; the document is not asked for again.
    const finger = "https://far.example/.well-known/webfinger?resource=acct%3Abo%40far.example";
    expect(await read({ [uri]: { status: 401 }, [finger]: { status: 410 } })).toEqual([{ state: "deleted" }, 2]);
    const links = [{ rel: "self", type: "application/activity+json", href: uri }];
    const known = { body: { subject: "acct:bo@far.example", links } };
    expect(await read({ [uri]: { status: 401 }, [finger]: known })).toEqual(["needs-signature", 2]);
  });
});

describe("software that hides by saying zero", () => {
  const lookup = at("/api/v1/accounts/lookup?acct=sam");
  const list = at("/api/v1/accounts/36356/followers?limit=80");
  const sam = account("sam", { id: "36356", acct: "sam@far.example", followers_count: 0, hide_collections: false });

  it("is not believed: snac", async () => {
    const gate = fakeGate({
      [lookup]: { body: sam },
      [list]: { body: [] },
      [at("/api/v1/instance/peers")]: { body: [] },
    });
    const found = await askAccount(snac, gate, { server: FAR, user: "sam" });
    expect(found).toMatchObject({ value: { acct: "sam@far.example" } });
    if (!found.known) throw new Error("not found");
    const steps = [];
    for await (const step of readFollowers(snac, gate, { server: FAR, user: "sam", account: found.value }))
      steps.push(step);
    expect(steps).toMatchObject([{ kind: "end", complete: false, gap: "hidden-by-server" }]);
    expect(await askPeers(snac, gate, FAR)).toMatchObject({ known: false, gap: "not-offered" });
  });

  it("is not believed: a collection of nobody", async () => {
    const SAM = at("/sam");
    const root = collection(`${SAM}/followers`, { totalItems: 0, first: undefined });
    const gate = fakeGate({ [SAM]: { body: actor(SAM, "sam") }, [`${SAM}/followers`]: { body: root } });
    const steps = [];
    for await (const step of readFollowers(bare, gate, { server: FAR, user: "sam", uri: SAM })) steps.push(step);
    expect(steps).toMatchObject([{ kind: "end", complete: false, gap: "hidden-by-server" }]);
  });

  it("is not believed: Iceshrimp.NET", async () => {
    const LIST = at("/api/v1/accounts/36356/followers?limit=40");
    const who = { server: FAR, user: "sam", account: { acct: "sam@far.example", id: "36356", followers: 0 } };
    const steps = [];
    for await (const step of readFollowers(iceshrimpNet, fakeGate({ [LIST]: { body: [] } }), who)) steps.push(step);
    expect(steps).toMatchObject([{ gap: "hidden-by-server" }]);
  });
});

describe("adapterFor", () => {
  it.each([
    ["mastodon", "mastodon"],
    ["Mastodon", "mastodon"],
    ["hometown", "mastodon"],
    ["sharkey", "misskey"],
    ["Iceshrimp", "misskey"],
    ["Iceshrimp.NET", "iceshrimp-net"],
    ["akkoma", "akkoma"],
    ["rebased", "pleroma"],
    ["foundkey", "misskey"],
    ["glitchsoc", "mastodon"],
    ["mitra", "generic"],
    ["gotosocial", "gotosocial"],
    ["takahe", "bare"],
    ["kbin", "mbin"],
    ["unheard.of", "generic"],
    ["__proto__", "generic"],
    ["", "generic"],
  ])("%s is asked as %s", (name, id) => {
    expect(adapterFor({ name }).id).toBe(id);
  });

  it("asks all names of a software the same, in any case", () => {
    for (const { names, asks } of CATALOGUE)
      for (const name of Object.keys(names))
        expect([name, adapterFor({ name: name.toUpperCase() }).id]).toEqual([name, asks]);
  });

  it("has no adapter under another's key, and none that no software uses", () => {
    for (const [id, adapter] of Object.entries(ADAPTERS)) expect(adapter.id).toBe(id);
    const used = new Set<string>([...CATALOGUE.map(({ asks }) => asks), "generic"]);
    expect(Object.keys(ADAPTERS).filter((id) => !used.has(id))).toEqual([]);
  });

  it("asks generically where nothing is known", () => {
    expect(adapterFor(undefined).id).toBe("generic");
  });
});
