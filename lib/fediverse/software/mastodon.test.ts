import { describe, expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { mastodonMask } from "#lib/software/mastodon.ts";
import { actor } from "#testing/answers/activitypub/documents.ts";
import { account, HIDDEN_LIST, NEEDS_LOGIN, NOT_FOUND } from "#testing/answers/mastodon/account.ts";
import { instance } from "#testing/answers/mastodon/instance.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { namedHost } from "../about/named-host.ts";
import { askInstance, askPeer, askPeers } from "../about/peers.ts";
import { askBlockList, askStance, askStances } from "../about/stances.ts";
import { askSight, askView } from "../about/view.ts";
import { askAccount, askHome } from "../find/account.ts";
import { mastodon } from "./mastodon.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const api = (path: string) => `https://far.example/api/v1/${path}`;
const lookup = (acct: string) => api(`accounts/lookup?acct=${encodeURIComponent(acct)}`);
const OLD = "ada@old.example";
const NEW = "ada@new.example";
const outcome = <T>(fact: Fact<T>) => (fact.known ? fact.value : fact.gap);

describe("account", () => {
  const ask = (answer: Answers[string]) =>
    askAccount(mastodon, fakeGate({ [lookup("ada")]: answer }), { server: FAR, user: "ada" });

  it("is read in our words", async () => {
    const fact = await ask({ body: account("ada") });
    expect(fact).toMatchObject({ known: true, source: { kind: "network", url: lookup("ada"), status: 200 } });
    expect(outcome(fact)).toEqual({
      acct: "ada@far.example",
      id: "id-ada",
      uri: "https://old.example/users/ada",
      url: "https://old.example/@ada",
      display: "ADA",
      avatar: "https://old.example/avatars/original/missing.png",
      followers: 2,
      locked: false,
      bot: false,
      hidesLists: false,
      createdAt: "2022-11-01T00:00:00.000Z",
      lastPostAt: "2026-08-01",
      movedTo: null,
      noindex: false,
      about: "I grow https://garden.example/ tomatoes & beans\nhome\nearth",
    });
  });

  it.each([
    ["moved elsewhere", { moved: account("ada", { acct: NEW }) }, { movedTo: NEW }],
    ["moved within its server", { moved: account("ada2") }, { movedTo: "ada2@far.example" }],
    ["hiding its lists", { hide_collections: true }, { hidesLists: true }],
    ["locked", { locked: true }, { locked: true }],
    ["a memorial", { memorial: true }, { memorial: true }],
    ["mailing its posts", { email_subscriptions: true }, { mailsPosts: true }],
    ["not mailing its posts", { email_subscriptions: false }, { mailsPosts: false }],
  ])("%s", async (_, over, expected) => {
    expect(outcome(await ask({ body: account("ada", over) }))).toMatchObject(expected);
  });

  it("suspended, says nothing about a move", async () => {
    expect(outcome(await ask({ body: account("ada", { suspended: true, moved: null }) }))).not.toHaveProperty(
      "movedTo",
    );
  });

  it("of a split domain belongs to the domain in its handle", async () => {
    const gate = fakeGate({ "https://web.far.example/api/v1/accounts/lookup?acct=ada": { body: account("ada") } });
    const server = { host: "far.example", webHost: "web.far.example" };
    expect(outcome(await askAccount(mastodon, gate, { server, user: "ada" }))).toMatchObject({
      acct: "ada@far.example",
    });
  });

  it.each<[string, Answers[string], string]>([
    ["unknown", NOT_FOUND, "never-met"],
    ["behind a login", NEEDS_LOGIN, "needs-login"],
    ["404 of somebody else", { status: 404, body: "<h1>nginx</h1>" }, "not-offered"],
    ["HTML with 200", { body: "<!doctype html>" }, "bad-answer"],
    ["an error with 200", { body: { error: "no" } }, "bad-answer"],
    ["cut off", { body: '{"id":"1","acct":' }, "bad-answer"],
    ["502 of a living proxy", { status: 502, body: "bad gateway" }, "unreachable"],
    ["too many requests", { status: 429, body: { error: "Too many requests" } }, "over-budget"],
    ["no such name", "dns", "unreachable"],
    ["refused by robots", "robots", "refused-robots"],
    ["out of budget", "over-budget", "over-budget"],
    ["a private address", "private-address", "unreachable"],
    ["endless", "too-large", "bad-answer"],
  ])("%s", async (_, answer, gap) => {
    expect(outcome(await ask(answer))).toBe(gap);
  });
});

describe("sight of a remote account", () => {
  const see = (answer: Answers[string]) => askSight(mastodon, fakeGate({ [lookup(OLD)]: answer }), FAR, OLD);

  it.each<[string, Answers[string], unknown]>([
    [
      "known",
      { body: account("ada", { id: "7", acct: OLD }) },
      { seen: "known", id: "7", hidesLists: false, followers: 2, moved: null },
    ],
    [
      "moved",
      { body: account("ada", { id: "7", acct: OLD, moved: account("ada", { acct: NEW }) }) },
      { seen: "known", id: "7", hidesLists: false, followers: 2, moved: NEW },
    ],
    [
      "suspended alone",
      { body: account("ada", { id: "7", acct: OLD, suspended: true, moved: null }) },
      { seen: "known", id: "7", hidesLists: false, followers: 2, suspended: true },
    ],
    [
      "limited",
      { body: account("ada", { id: "7", acct: OLD, limited: true }) },
      { seen: "known", id: "7", hidesLists: false, followers: 2, limited: true, moved: null },
    ],
    ["absent", NOT_FOUND, { seen: "absent" }],
    ["behind a login", NEEDS_LOGIN, "needs-login"],
    ["a proxy's 404", { status: 404, body: "" }, "not-offered"],
  ])("%s", async (_, answer, expected) => {
    expect(outcome(await see(answer))).toEqual(expected);
  });
});

describe("view", () => {
  const list = api("accounts/7/followers?limit=80");
  const PREV = { link: `<${api("accounts/7/followers")}?limit=80&since_id=9>; rel="prev"` };
  const seen = (over = {}) => ({ [lookup(OLD)]: { body: account("ada", { id: "7", acct: OLD, ...over }) } });
  const view = async (answers: Answers) => {
    const fact = await askView(mastodon, fakeGate(answers), FAR, OLD);
    return fact.known ? [...fact.value.accts, fact.complete ? "whole" : "part"] : fact.gap;
  };

  it.each<[string, Answers, unknown]>([
    [
      "its own people",
      { ...seen(), [list]: { body: [account("bo"), account("cy")], headers: PREV } },
      ["bo@far.example", "cy@far.example", "whole"],
    ],
    [
      "fewer than were asked for, and the header that tells of more was lost",
      { ...seen(), [list]: { body: [account("bo"), account("cy")] } },
      ["bo@far.example", "cy@far.example", "part"],
    ],
    ["nobody, and it would say if it hid them", { ...seen(), [list]: { body: [] } }, ["whole"]],
    ["masked", { ...seen({ hide_collections: true }), [list]: { body: [] } }, "hidden-by-server"],
    [
      "nobody, on a version that cannot say so",
      { ...seen({ hide_collections: undefined }), [list]: { body: [] } },
      "hidden-by-server",
    ],
    ["of an account suspended there", seen({ suspended: true }), "hidden-by-server"],
    ["of an account it does not know", { [lookup(OLD)]: NOT_FOUND }, "never-met"],
    ["behind a login", { ...seen(), [list]: NEEDS_LOGIN }, "needs-login"],
  ])("%s", async (_, answers, expected) => {
    expect(await view(answers)).toEqual(expected);
  });

  it("names the actors of its rows beside their handles", async () => {
    const body = [account("bo", { uri: "https://far.example/ap/users/117" })];
    const fact = await askView(mastodon, fakeGate({ ...seen(), [list]: { body, headers: PREV } }), FAR, OLD);
    expect(outcome(fact)).toMatchObject({ accts: ["bo@far.example"], uris: ["https://far.example/ap/users/117"] });
  });

  it("of hundreds is read in part", async () => {
    const full = Array.from({ length: 80 }, (_, at) => account(`p${at}`, { id: `${at}`, uri: undefined }));
    const page = (at: string, next: string) => ({
      body: full.map((one) => ({ ...one, acct: `${one.acct}${at}` })),
      headers: { link: `<https://far.example/x?max_id=${next}>; rel="next"` },
    });
    const gate = fakeGate({
      ...seen(),
      [list]: page("a", "1"),
      [`${list}&max_id=1`]: page("b", "2"),
      [`${list}&max_id=2`]: page("c", "3"),
    });
    const fact = await askView(mastodon, gate, FAR, OLD);
    expect(fact).toMatchObject({ known: true, complete: false });
    expect(gate.asked).toHaveLength(4);
    expect(gate.asks.map(({ paged }) => paged === true)).toEqual([false, false, true, true]);
  });

  it("takes the key from a sight that is at hand", async () => {
    const gate = fakeGate({ ...seen(), [list]: { body: [account("bo")] } });
    const sight = await askSight(mastodon, gate, FAR, OLD);
    await askView(mastodon, gate, FAR, OLD, { sight });
    expect(gate.asked).toEqual([lookup(OLD), list]);
  });
});

describe("block list", () => {
  const url = api("instance/domain_blocks");
  const digest = (host: string) => namedHost(host).names[0]?.digest;
  const row = (domain: string, severity: string, clear = domain, comment: string | null = "") => ({
    domain,
    digest: digest(clear),
    severity,
    comment,
  });
  const stance = async (answer: Answers[string], host = "old.example") => {
    const fact = await askStance(mastodon, fakeGate({ [url]: answer }), FAR, namedHost(host));
    if (!fact.known) return fact.gap;
    const { inbound, outbound, limited, match, parentProves, harm } = fact.value;
    return [inbound, outbound, limited && "limited", match, parentProves && "proves", harm && "harm"]
      .filter(Boolean)
      .join(" ");
  };

  it.each<[string, Answers[string], string]>([
    ["names it", { body: [row("old.example", "suspend", undefined, "noise")] }, "blocked blocked digest"],
    ["for harm", { body: [row("old.example", "suspend", undefined, "spam")] }, "blocked blocked digest harm"],
    [
      "hides its name",
      { body: [row(mastodonMask("old.example"), "suspend", "old.example")] },
      "blocked blocked digest",
    ],
    [
      "a mask that fits, of another name",
      { body: [row(mastodonMask("old.example"), "suspend", "elf.example")] },
      "open open",
    ],
    ["limits it", { body: [row("old.example", "silence", undefined, null)] }, "open open limited digest"],
    ["a severity nobody knows", { body: [row("old.example", "noop")] }, "open open"],
    ["empty", { body: [] }, "open open"],
    ["hidden", HIDDEN_LIST, "hidden-by-server"],
    ["members only", NEEDS_LOGIN, "needs-login"],
    ["HTML", { body: "<html>" }, "bad-answer"],
    ["an error with 200", { body: { error: "x" } }, "bad-answer"],
  ])("%s", async (_, answer, expected) => {
    expect(await stance(answer)).toBe(expected);
  });

  it("of a parent is not proof, for exceptions go unpublished", async () => {
    expect(await stance({ body: [row("old.example", "suspend")] }, "sub.old.example")).toBe("blocked blocked parent");
  });

  it("with a literal wildcard blocks nothing", async () => {
    expect(await stance({ body: [row("*.old.example", "suspend")] }, "sub.old.example")).toBe("open open");
  });

  it("is asked for once, whatever the number of names", async () => {
    const gate = fakeGate({ [url]: { body: [row("new.example", "suspend")] } });
    const names = ["old.example", "new.example", "other.example"].map((host) => namedHost(host));
    const stances = await askStances(mastodon, gate, FAR, names);
    const blocked = Object.entries(stances).flatMap(([host, fact]) =>
      fact.known && fact.value.inbound === "blocked" ? host : [],
    );
    expect([blocked, gate.asked]).toEqual([["new.example"], [url]]);
  });

  it("is wanted as a list: the gate lets it be larger", async () => {
    const gate = fakeGate({ [url]: { body: [] } });
    await askBlockList(mastodon, gate, FAR);
    expect(gate.asks[0]).toMatchObject({ size: "list", url });
  });
});

describe("peers", () => {
  const all = api("instance/peers");
  const search = api("peers/search?q=new.example");

  it.each<[string, Answers, unknown, number]>([
    ["found by search", { [search]: { body: ["new.example", "new.example.test"] } }, true, 1],
    ["not found by search", { [search]: { body: ["new.example.test"] } }, false, 1],
    ["found in the list, where there is no search", { [all]: { body: ["New.example", "münchen.example"] } }, true, 2],
    ["not found in the list", { [all]: { body: ["old.example"] } }, false, 2],
    ["an empty list hides", { [all]: { body: [] } }, "hidden-by-server", 2],
    ["no list", { [all]: { status: 404, body: "" } }, "hidden-by-server", 2],
    ["not answering", { [search]: "timeout" }, "unreachable", 1],
  ])("%s", async (_, answers, expected, requests) => {
    const gate = fakeGate(answers);
    expect(outcome(await askPeer(mastodon, gate, FAR, "new.example"))).toBe(expected);
    expect(gate.asked).toHaveLength(requests);
  });

  it("come in one spelling, without what is no host", async () => {
    const gate = fakeGate({ [all]: { body: ["old.example", "MÜNCHEN.example", "127.0.0.1", 7, "localhost"] } });
    expect(outcome(await askPeers(mastodon, gate, FAR))).toEqual(["old.example", "xn--mnchen-3ya.example"]);
  });
});

describe("instance", () => {
  const read = async (over = {}) =>
    outcome(
      await askInstance(mastodon, fakeGate({ "https://far.example/api/v2/instance": { body: instance(over) } }), FAR),
    );

  it("is read in our words", async () => {
    expect(await read()).toEqual({
      limitedFederation: false,
      contactEmail: "admin@far.example",
      contactAcct: "admin@far.example",
      maxCharacters: 500,
      charactersPerUrl: 23,
      languages: ["en", "de"],
      signUp: "approval",
    });
  });

  it("leaves out what it does not say", async () => {
    const bare = {
      configuration: {},
      contact: { email: "", account: null },
      languages: null,
      registrations: { enabled: false },
    };
    expect(await read(bare)).toEqual({ signUp: "closed" });
  });
});

describe("somebody at home", () => {
  const home = lookup("bo");
  const URI = "https://far.example/ap/users/117";
  const finger = "https://far.example/.well-known/webfinger?resource=acct%3Abo%40far.example";
  const state = async (answers: Answers) => {
    const fact = await askHome(mastodon, fakeGate(answers), { server: FAR, user: "bo" });
    return [outcome(fact), fact.source?.status];
  };

  const SUSPENDED = { body: account("bo", { suspended: true }) };
  it.each<[string, Answers, unknown]>([
    ["alive", { [home]: { body: account("bo") } }, [{ state: "alive" }, 200]],
    [
      "suspended, for WebFinger still knows the name",
      { [home]: SUSPENDED, [finger]: { body: { subject: "acct:bo@far.example", links: [] } } },
      [{ state: "suspended" }, 200],
    ],
    [
      "deleted, though the API says suspended",
      { [home]: SUSPENDED, [finger]: { status: 410 } },
      [{ state: "deleted" }, 410],
    ],
    ["one of both", { [home]: SUSPENDED, [finger]: { status: 503 } }, [{ state: "closed" }, 200]],
    ["a memorial", { [home]: { body: account("bo", { memorial: true }) } }, [{ state: "memorial" }, 200]],
    [
      "moved",
      { [home]: { body: account("bo", { moved: account("bo", { acct: "bo@new.example" }) }) } },
      [{ state: "moved", movedTo: "bo@new.example" }, 200],
    ],
    ["deleted, and said so", { [home]: NOT_FOUND, [finger]: { status: 410 } }, [{ state: "deleted" }, 410]],
    ["not known at all, which is not gone", { [home]: NOT_FOUND, [finger]: { status: 404 } }, ["never-met", 404]],
    ["not answering", { [home]: "connect" }, ["unreachable", undefined]],
  ])("%s", async (_, answers, expected) => {
    expect(await state(answers)).toEqual(expected);
  });

  it.each<[string, Answers[string], unknown]>([
    ["alive where he was only given another name", { body: actor(URI, "robin") }, { state: "alive" }],
    ["undecided where the actor cannot be read", { status: 401 }, "needs-signature"],
    ["deleted where the actor is gone too", { status: 410 }, { state: "deleted" }],
    ["deleted where there is no such actor either", { status: 404 }, { state: "deleted" }],
  ])("is %s", async (_, answer, expected) => {
    const gate = fakeGate({ [home]: NOT_FOUND, [finger]: { status: 404 }, [URI]: answer });
    expect(outcome(await askHome(mastodon, gate, { server: FAR, user: "bo", uri: URI }))).toEqual(expected);
  });

  it("without a name is asked for at his address alone", async () => {
    const gate = fakeGate({ [URI]: { body: actor(URI, "bo") } });
    expect(outcome(await askHome(mastodon, gate, { server: FAR, uri: URI }))).toEqual({ state: "alive" });
    expect(gate.asked).toEqual([URI]);
  });

  it("is asked for by the actor where the API is closed", async () => {
    const self = "https://far.example/users/bo";
    const links = [{ rel: "self", type: "application/activity+json", href: self }];
    const answers: Answers = { [home]: NEEDS_LOGIN, [finger]: { body: { subject: "acct:bo@far.example", links } } };
    const person = { id: self, type: "Person", preferredUsername: "bo", movedTo: "https://new.example/users/bo" };
    expect(await state({ ...answers, [self]: { body: person } })).toEqual([
      { state: "moved", movedTo: "https://new.example/users/bo" },
      200,
    ]);
    expect(await state({ ...answers, [self]: { status: 410 } })).toEqual([{ state: "deleted" }, 410]);
    expect(await state({ ...answers, [self]: { status: 401 } })).toEqual(["needs-signature", 401]);
  });
});
