import { describe, expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { actor, nodeinfo, nodeinfoIndex, webfinger } from "#testing/answers/activitypub/documents.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { askActor, findAccount, findByUrl, serverAt } from "./discover.ts";
import { readNodeInfo } from "./nodeinfo.ts";

const outcome = <T>(fact: Fact<T>) => (fact.known ? fact.value : fact.gap);
const finger = (host: string, resource: string) =>
  `https://${host}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`;
const ADA = "https://old.example/users/ada";
const WEB = "https://web.old.example/users/ada";

describe("findAccount", () => {
  const find = async (answers: Answers, host = "old.example") => {
    const gate = fakeGate(answers);
    return { found: outcome(await findAccount(gate, { user: "Ada", host })), asked: gate.asked.length };
  };
  const here = finger("old.example", "acct:Ada@old.example");

  it("names the account, its server and its actor", async () => {
    const subscribe = {
      rel: "http://ostatus.org/schema/1.0/subscribe",
      template: "https://old.example/authorize_interaction?uri={uri}",
    };
    const intent = {
      rel: "https://w3id.org/fep/3b86/Object",
      href: "https://old.example/authorize_interaction?uri={object}",
    };
    const body = webfinger("ada@old.example", ADA, [subscribe, intent, { rel: "x" }]);
    expect(await find({ [here]: { body } })).toEqual({
      found: {
        acct: "ada@old.example",
        user: "ada",
        server: { host: "old.example", webHost: "old.example" },
        uri: ADA,
        profile: "https://old.example/@ada",
        templates: [subscribe, { rel: intent.rel, template: intent.href }],
      },
      asked: 1,
    });
  });

  it("finds a name that its server knows in small letters only", async () => {
    const small = finger("old.example", "acct:ada@old.example");
    const { found, asked } = await find({
      [here]: { status: 404 },
      [small]: { body: webfinger("ada@old.example", ADA) },
    });
    expect([found, asked]).toMatchObject([{ acct: "ada@old.example" }, 2]);
  });

  it("follows a split domain to the host that answers", async () => {
    const { found, asked } = await find({ [here]: { body: webfinger("ada@old.example", WEB) } });
    expect([found, asked]).toMatchObject([
      { acct: "ada@old.example", server: { host: "old.example", webHost: "web.old.example" } },
      1,
    ]);
  });

  it("believes another domain's subject where that domain agrees", async () => {
    const { found, asked } = await find(
      {
        [finger("web.old.example", "acct:Ada@web.old.example")]: { body: webfinger("ada@old.example", WEB) },
        [finger("old.example", "acct:ada@old.example")]: { body: webfinger("ada@old.example", WEB) },
      },
      "web.old.example",
    );
    expect([found, asked]).toMatchObject([
      { acct: "ada@old.example", server: { host: "old.example", webHost: "web.old.example" } },
      2,
    ]);
  });

  it("does not believe it where that domain names somebody else", async () => {
    const { found } = await find(
      {
        [finger("evil.example", "acct:Ada@evil.example")]: {
          body: webfinger("ada@old.example", "https://evil.example/u"),
        },
        [finger("old.example", "acct:ada@old.example")]: { body: webfinger("ada@old.example", ADA) },
      },
      "evil.example",
    );
    expect(found).toMatchObject({ acct: "ada@evil.example", server: { host: "evil.example" } });
  });

  it.each<[string, Answers, string]>([
    ["nobody of that name", { [here]: { status: 404, body: { error: "not found" } } }, "never-met"],
    ["deleted", { [here]: { status: 410 } }, "never-met"],
    ["no actor", { [here]: { body: { subject: "acct:ada@old.example", links: [] } } }, "bad-answer"],
    [
      "an actor without TLS",
      { [here]: { body: webfinger("ada@old.example", "http://old.example/users/ada") } },
      "bad-answer",
    ],
    ["no JSON", { [here]: { body: "<XRD/>" } }, "bad-answer"],
    ["no such server", { [here]: "dns" }, "unreachable"],
  ])("%s", async (_, answers, gap) => {
    expect((await find(answers)).found).toBe(gap);
  });

  it("finds the name behind an address that has none", async () => {
    const url = "https://old.example/ap/users/112233";
    const gate = fakeGate({ [finger("old.example", url)]: { body: webfinger("ada@old.example", url) } });
    expect(outcome(await findByUrl(gate, url))).toMatchObject({ acct: "ada@old.example", uri: url });
    expect(outcome(await findByUrl(fakeGate({}), "nonsense"))).toBe("bad-answer");
  });
});

describe("askActor", () => {
  const found = { acct: "ada@old.example", uri: ADA };
  const read = async (body: unknown, publishesMovedTo = true) =>
    outcome(await askActor(fakeGate({ [ADA]: { body } }), found, { publishesMovedTo }));
  const NEW = "https://new.example/users/ada";

  it.each<[string, Record<string, unknown>, object]>([
    ["not moved", {}, { movedTo: null, alsoKnownAs: [] }],
    ["not moved, said aloud", { movedTo: null }, { movedTo: null }],
    ["moved", { movedTo: NEW }, { movedTo: NEW }],
    ["moved, as an object", { movedTo: { id: NEW, type: "Person" } }, { movedTo: NEW }],
    ["an alias as a string", { alsoKnownAs: NEW }, { alsoKnownAs: [NEW] }],
    ["aliases as a list", { alsoKnownAs: [NEW, { id: ADA }, 3, null] }, { alsoKnownAs: [NEW, ADA] }],
    ["no alias, said aloud", { alsoKnownAs: null }, { alsoKnownAs: [] }],
    ["locked", { manuallyApprovesFollowers: true }, { locked: true }],
    ["a bot", { type: ["Service"] }, { uri: ADA }],
  ])("%s", async (_, over, expected) => {
    expect(await read(actor(ADA, "ada", over))).toMatchObject({ loopsBack: true, ...expected });
  });

  it("does not say 'not moved' for software that never says it", async () => {
    expect(await read(actor(ADA, "ada"), false)).not.toHaveProperty("movedTo");
    expect(await read(actor(ADA, "ada", { movedTo: NEW }), false)).toMatchObject({ movedTo: NEW });
  });

  it.each<[string, unknown]>([
    ["a note", actor(ADA, "ada", { type: "Note" })],
    ["somebody of another host", actor("https://far.example/users/ada", "ada")],
    ["HTML", "<html>"],
  ])("%s is no actor", async (_, body) => {
    expect(await read(body)).toBe("bad-answer");
  });

  it.each([
    [401, "needs-signature"],
    [403, "hidden-by-server"],
    [404, "not-offered"],
    [410, "not-offered"],
    [503, "unreachable"],
  ])("%i is a gap", async (status, gap) => {
    const fact = await askActor(fakeGate({ [ADA]: { status } }), found, { publishesMovedTo: true });
    expect(fact).toMatchObject({ known: false, gap, source: { status, url: ADA } });
  });

  it.each<[string, Answers, unknown]>([
    [
      "the handle's own domain",
      { [finger("web.old.example", "acct:ada@web.old.example")]: { body: webfinger("ada@old.example", WEB) } },
      true,
    ],
    [
      "a server that names somebody else",
      { [finger("web.old.example", "acct:ada@web.old.example")]: { body: webfinger("ada@old.example", ADA) } },
      false,
    ],
    [
      "a server that does not know the name",
      { [finger("web.old.example", "acct:ada@web.old.example")]: { status: 404 } },
      false,
    ],
    [
      "a server that does not answer",
      { [finger("web.old.example", "acct:ada@web.old.example")]: "timeout" },
      undefined,
    ],
  ])("loops back over %s", async (_, answers, expected) => {
    const gate = fakeGate({ [WEB]: { body: actor(WEB, "ada") }, ...answers });
    const read = outcome(await askActor(gate, { acct: "ada@old.example", uri: WEB }, { publishesMovedTo: true }));
    expect(read).toHaveProperty("uri", WEB);
    expect((read as { loopsBack?: boolean }).loopsBack).toBe(expected);
  });

  it.each([
    [{}, true],
    [{ signed: true as const }, undefined],
  ])("says that it was given to one who signed nothing: %o", async (answer, expected) => {
    const gate = fakeGate({ [ADA]: { body: actor(ADA, "ada"), ...answer } });
    const read = outcome(await askActor(gate, found, { publishesMovedTo: true }));
    expect((read as { unsigned?: true }).unsigned).toBe(expected);
  });

  it("asks no address that is not https", async () => {
    const gate = fakeGate({});
    expect(
      outcome(await askActor(gate, { acct: "a@b.example", uri: "javascript:alert(1)" }, { publishesMovedTo: true })),
    ).toBe("bad-answer");
    expect(gate.asked).toEqual([]);
  });
});

describe("readNodeInfo", () => {
  const FAR = { host: "far.example", webHost: "far.example" };
  const INDEX = "https://far.example/.well-known/nodeinfo";
  const DOC = "https://far.example/nodeinfo/2.0";
  const read = async (answers: Answers, server = FAR) => {
    const gate = fakeGate(answers);
    return { fact: outcome((await readNodeInfo(gate, server)).fact), asked: gate.asked };
  };
  const doc = (body: unknown): Answers => ({ [INDEX]: { body: nodeinfoIndex("far.example") }, [DOC]: { body } });

  it("takes two requests", async () => {
    expect(await read(doc(nodeinfo("mastodon", "4.6.5")))).toEqual({
      fact: { software: { name: "mastodon", version: "4.6.5" }, users: 120, activeUsers: 40, openRegistrations: false },
      asked: [INDEX, DOC],
    });
  });

  it.each<[string, unknown, unknown]>([
    [
      "mixed case",
      nodeinfo("Iceshrimp.NET", "2024.1-beta5"),
      { software: { name: "iceshrimp.net", version: "2024.1-beta5" } },
    ],
    [
      "a count of none",
      nodeinfo("misskey", "2024.10.1", { usage: { users: { total: 0, activeMonth: null } } }),
      { software: { name: "misskey", version: "2024.10.1" }, openRegistrations: false },
    ],
    [
      "invented counts",
      nodeinfo("gotosocial", "0.20.0", { usage: { users: { total: 7211 } } }),
      { software: { name: "gotosocial", version: "0.20.0" }, openRegistrations: false },
    ],
    [
      "version 1.0",
      { version: "1.0", server: { software: "Friendica", version: "2021.07" } },
      { software: { name: "friendica", version: "2021.07" } },
    ],
    ["no usage", { software: { name: "snac", version: null } }, { software: { name: "snac", version: "" } }],
    ["no software", { version: "2.0" }, "bad-answer"],
  ])("%s", async (_, body, expected) => {
    const { fact } = await read(doc(body));
    if (typeof expected === "string") expect(fact).toBe(expected);
    else expect(fact).toMatchObject(expected as object);
    if (typeof fact === "object") expect(fact.users === undefined || fact.users > 0).toBe(true);
  });

  it("prefers the newest form", async () => {
    const { asked } = await read({ [INDEX]: { body: nodeinfoIndex("far.example", "1.0", "2.0", "2.1") } });
    expect(asked[1]).toBe("https://far.example/nodeinfo/2.1");
  });

  it.each([
    ["https://far.example/nodeinfo/2.0", true],
    ["https://web.far.example/nodeinfo/2.0", true],
    ["/nodeinfo/2.0", true],
    ["https://evil.example/nodeinfo/2.0", false],
    ["http://far.example/nodeinfo/2.0", false],
    ["https://127.0.0.1/nodeinfo/2.0", false],
  ])("a document at %s is asked for: %s", async (href, asks) => {
    const links = [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href }];
    const { fact, asked } = await read({ [INDEX]: { body: { links } } });
    expect([asked.length, fact]).toEqual(asks ? [2, "not-offered"] : [1, "bad-answer"]);
  });

  it("may stand where the request was sent on to", async () => {
    const { asked } = await read({
      [INDEX]: { url: "https://fedi.other.example/.well-known/nodeinfo", body: nodeinfoIndex("fedi.other.example") },
    });
    expect(asked[1]).toBe("https://fedi.other.example/nodeinfo/2.0");
  });

  it.each<[string, Answers, string]>([
    ["nothing there", {}, "not-offered"],
    ["HTML", { [INDEX]: { body: "<html>" } }, "bad-answer"],
    ["gone", { [INDEX]: { status: 410 } }, "not-offered"],
    ["502 of a living proxy", { [INDEX]: { status: 502 } }, "unreachable"],
  ])("%s", async (_, answers, gap) => {
    expect((await read(answers)).fact).toBe(gap);
  });
});

describe("serverAt", () => {
  it.each([
    ["old.example", undefined, "old.example"],
    ["old.example", WEB, "web.old.example"],
    ["old.example", "http://x.example/", "old.example"],
    ["old.example", "https://x.example:8443/", "old.example"],
    ["old.example", "nonsense", "old.example"],
  ])("%s with %s answers at %s", (host, uri, webHost) => {
    expect(serverAt(host, uri)).toEqual({ host, webHost });
  });
});
