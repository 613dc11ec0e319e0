import { describe, expect, it } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { known } from "#lib/domain/evidence/fact.ts";
import type { Home, Person } from "#lib/domain/evidence/person.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { fakeGate } from "#testing/fake-gate.ts";
import { BLOCKED, check, fromSnapshot, is, NOW, OPEN, person, server, TARGET, whole } from "#testing/sample.ts";
import { earlierHomes } from "../earlier-answers.ts";
import { askControl } from "./control.ts";
import { aloneAmong } from "./open-accounts.ts";
import { askSingleAccounts, tellGoneApart } from "./single-accounts.ts";
import type { Asking } from "./visit.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const account = (user: string) => ({ id: "1", username: user, acct: user, url: `https://far.example/@${user}` });

/** A server that shows these people and nobody else, and the paths it was asked for. */
function meet(people: readonly Person[], shown: readonly string[], software = "mastodon", notBefore?: Date) {
  const asked: string[] = [];
  const gate: Gate = {
    async ask({ url }) {
      asked.push(url);
      const user = /acct=([a-z]+)$|users\/([a-z]+)$/.exec(url)?.slice(1).find(Boolean) ?? "";
      const found = shown.includes(user);
      const body = JSON.stringify(found ? account(user) : { error: "Record not found" });
      return { ok: true, status: found ? 200 : 404, url, headers: {}, at: NOW, body };
    },
  };
  const asking: Asking = {
    deps: { gate, memory: undefined as never, now: () => new Date(NOW) },
    ...{ check: check(), adapter: adapterFor({ name: software }), server: FAR, ...earlierHomes(people, notBefore) },
    ...{
      over: new AbortController().signal,
      most: 10,
      singles: new Map(),
      either: new Set(),
      askedByKey: new Set(),
      toldByApi: new Map(),
    },
  };
  return { asking, asked };
}

/** Mastodon before 3.4: it takes the word for an account's key and finds none, for everybody alike. */
const withoutLookup: Gate = {
  async ask({ url }) {
    const actor = { id: "https://far.example/users/bo", type: "Person", preferredUsername: "bo" };
    const link = { rel: "self", type: "application/activity+json", href: actor.id };
    const [status, body] = url.includes("/accounts/lookup")
      ? [404, { error: "Record not found" }]
      : [200, url === actor.id ? actor : { subject: "acct:bo@far.example", links: [link] }];
    return { ok: true, status, url, headers: {}, at: NOW, body: JSON.stringify(body) };
  },
};

describe("the control of a 404", () => {
  it.each<[string, readonly Person[], readonly string[], unknown]>([
    ["is somebody of the old list", [fromSnapshot("ada"), person("bo")], ["bo"], true],
    ["is somebody who came along, where all follows were cut", [fromSnapshot("bo", { in: [TARGET] })], ["bo"], true],
    ["is somebody of a list from before, where nobody else is known", [fromSnapshot("bo")], ["bo"], true],
    ["is the next one, where the first has gone meanwhile", [fromSnapshot("ada"), fromSnapshot("bo")], ["bo"], true],
    ["fails where nobody is shown", [fromSnapshot("ada"), fromSnapshot("bo"), fromSnapshot("eli")], ["eli"], false],
  ])("%s", async (_, people, shown, value) => {
    expect(await askControl(meet(people, shown).asking)).toMatchObject({ known: true, value });
  });

  it("is no control where the look-up knows nobody, though WebFinger and the actor show everybody", async () => {
    const { asking } = meet([person("bo")], []);
    const control = await askControl({ ...asking, deps: { ...asking.deps, gate: withoutLookup } });
    expect(control).toMatchObject({ known: true, value: false });
    expect(asking.singles.get("bo@far.example")).toMatchObject({ known: true, value: { state: "alive" } });
  });

  it("asks somebody whom the look-up shows nothing more", async () => {
    const { asking, asked } = meet([person("bo")], ["bo"]);
    await askControl(asking);
    expect(asked).toEqual(["https://far.example/api/v1/accounts/lookup?acct=bo"]);
  });

  it("is nobody where nobody is known", async () => {
    expect(await askControl(meet([], []).asking)).toEqual({ known: false, gap: "not-asked" });
  });
});

it.each<[string, readonly Person[], string | undefined]>([
  ["one in the old list", [person("bo")], "bo"],
  ["one beside those who came along", [person("bo"), fromSnapshot("ada", { in: [TARGET] })], "bo"],
  ["two", [person("bo"), person("ada")], undefined],
  ["one in the old list and one in a list from before", [person("bo"), fromSnapshot("ada")], undefined],
  ["one in a list from before", [fromSnapshot("bo")], "bo"],
  ["one whose row says that he is suspended", [person("bo", { old: { suspended: true } })], undefined],
  ["one of whom it is known", [person("bo", { home: is({ state: "alive" as const }) })], undefined],
  ["nobody", [], undefined],
])("finds one who is missing alone: %s", (_, people, user) => {
  expect(aloneAmong(people)?.acct).toBe(user && `${user}@far.example`);
});

describe("single people", () => {
  const asked = async (people: readonly Person[], facts: ServerFacts, spent = 3): Promise<readonly string[]> => {
    const { asking, asked } = meet(people, ["ada", "bo", "eli", "fay", "gus"], "akkoma");
    await askSingleAccounts(asking, facts, () => spent + asked.length);
    return asked.map((url) => url.slice(url.lastIndexOf("=") + 1));
  };
  const open = is(OPEN);
  const akkoma = server("akkoma", { onOld: { list: open }, onTarget: { list: open } });
  const people = (...names: readonly string[]) => names.map((name) => person(name));

  it("are asked for where nothing else says why the few of a server are missing", async () => {
    expect(await asked(people("ada", "bo"), akkoma)).toEqual(["ada", "bo"]);
  });

  it("are asked for two by two, so that a slow server is waited for half as long", async () => {
    const { asking, asked } = meet(people("ada", "bo", "eli"), ["ada", "bo", "eli"], "akkoma");
    const underWay: number[] = [];
    let now = 0;
    const gate: Gate = {
      async ask(ask) {
        now += 1;
        const answer = await asking.deps.gate.ask(ask);
        underWay.push(now);
        now -= 1;
        return answer;
      },
    };
    await askSingleAccounts({ ...asking, deps: { ...asking.deps, gate } }, akkoma, () => 3 + asked.length);
    expect(underWay).toEqual([2, 1, 1]);
  });

  it.each([
    ["pixelfed", 3],
    ["gotosocial", 2],
  ] as const)(
    "cost one request where their actors alone tell and their addresses are known, unless no name leads on to a page: %s",
    async (software, asked) => {
      const uris = ["ada", "bo", "eli"].map((name) => `https://far.example/users/${name}`);
      const actor = (id: string) => ({ id, type: "Person", preferredUsername: id.slice(26), name: "Somebody" });
      const gate = fakeGate(Object.fromEntries(uris.map((uri) => [uri, { body: actor(uri) }])));
      const { asking } = meet(
        uris.map((uri) => person(uri.slice(26), { uri })),
        [],
        software,
      );
      const shown = server(software, { onOld: { list: open }, onTarget: { list: open } });
      await askSingleAccounts({ ...asking, deps: { ...asking.deps, gate } }, shown, () => 7 + gate.asked.length);
      expect(gate.asked).toEqual(uris.slice(0, asked));
    },
  );

  it("are left alone where they are many", async () => {
    expect(await asked(people("ada", "bo", "eli", "fay", "gus"), akkoma)).toEqual([]);
  });

  it("are left alone where a cause was found, or the budget is spent", async () => {
    expect(await asked(people("ada"), server("lemmy"))).toEqual([]);
    expect(await asked(people("ada"), akkoma, 10)).toEqual([]);
  });

  it("are asked for, whatever the cause, where only their account is open: somebody of theirs was let in", async () => {
    const arrived = { [TARGET]: 1 };
    expect(await asked(people("ada"), server("lemmy", {}, { arrived }))).toEqual(["ada"]);
    expect(await asked(people("ada"), server("lemmy", { byTarget: { list: is(BLOCKED) } }, { arrived }))).toEqual([]);
  });

  it("are asked for where they came along inside a bridge, for whoever is gone there came nowhere", async () => {
    const ability = is({ onMove: "inside", certainty: "likely", needsMovedTo: false, keepsOldFollow: true } as const);
    const bridge = server(null, {}, { nodeinfo: is({ software: { name: "bridgy-fed", version: "" } }), ability });
    expect(await asked(people("ada", "bo", "eli", "fay", "gus"), bridge, 5)).toEqual([
      "ada",
      "bo",
      "eli",
      "fay",
      "gus",
    ]);
  });

  it("two of those in neither list come first: they tell whether their server is turned away", async () => {
    const view = whole({ accts: ["zoe@far.example"] });
    const left = ["eli", "fay", "gus"].map((name) => fromSnapshot(name));
    const shown = server("mastodon", { onOld: { view } });
    expect(await asked([...people("ada", "bo"), ...left], shown, 3)).toEqual(["eli", "fay", "ada", "bo", "gus"]);
  });

  it("are asked for where their own server does not list them any more, and before the few whom it lists", async () => {
    const view = whole({ accts: ["bo@far.example"] });
    const shown = server("mastodon", { onOld: { view } });
    expect(await asked(people("bo", "ada"), shown)).toEqual(["ada", "bo"]);
    expect(await asked(people("bo", "ada"), shown, 9)).toEqual(["ada"]);
    expect(await asked(people("bo", "ada", "eli", "fay", "gus"), shown)).toEqual(["ada", "eli", "fay", "gus"]);
  });

  it("in neither list are asked for, by name as long as something is left, whatever else is known", async () => {
    const gone = ["ada", "bo", "eli", "fay", "gus"].map((name) => fromSnapshot(name));
    expect(await asked(gone, akkoma, 5)).toEqual(["ada", "bo", "eli", "fay", "gus"]);
    expect(await asked(gone, akkoma, 7)).toEqual(["ada", "bo", "eli"]);
    const view = whole({ accts: ["bo@far.example"] });
    expect(await asked(gone.slice(0, 2), server("mastodon", { onOld: { view } }))).toEqual(["ada", "bo"]);
  });

  it("in neither list are asked for in one request where their addresses have the key, then by name, and who is gone once more at the end", async () => {
    const at = (name: string, key: number) => fromSnapshot(name, { uri: `https://far.example/ap/users/${key}` });
    const many = "https://far.example/api/v1/accounts?id[]=117&id[]=118&id[]=119";
    const body = [
      { ...account("ada"), id: "117" },
      { ...account("bo"), id: "118", suspended: true },
    ];
    const finger = "https://far.example/.well-known/webfinger?resource=acct%3Abo%40far.example";
    const lost = "https://far.example/api/v1/accounts/lookup?acct=eli";
    const gate = fakeGate({
      [many]: { body },
      [finger]: { status: 410 },
      [lost]: { body: account("eli") },
    });
    const people = [at("ada", 117), at("bo", 118), at("eli", 119)];
    const { asking } = meet(people, []);
    const told = { ...asking, deps: { ...asking.deps, gate } };
    await askSingleAccounts(told, server("mastodon"), () => 3);
    expect(gate.asked).toEqual([many, lost]);
    await tellGoneApart(told, () => 10);
    expect(gate.asked).toEqual([many, lost]);
    await tellGoneApart(told, () => 5);
    expect(gate.asked).toEqual([many, lost, finger]);
    expect([...told.singles].map(([acct, home]) => [acct, home.known && home.value.state])).toEqual([
      ["ada@far.example", "alive"],
      ["bo@far.example", "deleted"],
      ["eli@far.example", "alive"],
    ]);
  });

  it("who were not in the answer for many are not in a second one", async () => {
    const people = [fromSnapshot("ada", { uri: "https://far.example/ap/users/117" })];
    const { asking, asked } = meet(people, []);
    await askSingleAccounts(asking, server("mastodon"), () => 9);
    await askSingleAccounts(asking, server("mastodon"), () => 8);
    expect(asked.map((url) => url.slice(url.lastIndexOf("/")))).toEqual(["/accounts?id[]=117", "/lookup?acct=ada"]);
  });

  it("who could not be asked for to the end are not looked up again: a later turn goes on from there", async () => {
    const { asking, asked } = meet([fromSnapshot("ada")], []);
    await askSingleAccounts(asking, server("mastodon"), () => 9 + asked.length);
    await askSingleAccounts(asking, server("mastodon"), () => 7 + asked.length);
    expect(asked.map((url) => url.slice(url.lastIndexOf("/")))).toEqual([
      "/lookup?acct=ada",
      "/webfinger?resource=acct%3Aada%40far.example",
    ]);
  });

  it("without the key are asked for by name while the one request for all others is under way", async () => {
    const { asking, asked } = meet([], ["bo"]);
    const people = [fromSnapshot("ada", { uri: "https://far.example/ap/users/117" }), fromSnapshot("bo")];
    const many = Promise.withResolvers<void>();
    const gate: Gate = {
      async ask(ask) {
        const answer = await asking.deps.gate.ask(ask);
        if (ask.url.includes("id[]")) await many.promise;
        else many.resolve();
        return answer;
      },
    };
    await askSingleAccounts({ ...asking, people, deps: { ...asking.deps, gate } }, server("mastodon"), () => 3);
    expect(asked.slice(0, 2).map((url) => url.slice(url.lastIndexOf("/")))).toEqual([
      "/accounts?id[]=117",
      "/lookup?acct=bo",
    ]);
  });

  it("without the key leave the last request to the one that tells of all others", async () => {
    const people = [fromSnapshot("bo"), fromSnapshot("ada", { uri: "https://far.example/ap/users/117" })];
    const { asking, asked } = meet(people, ["bo"]);
    await askSingleAccounts(asking, server("mastodon"), () => 9 + asked.length);
    expect(asked).toEqual(["https://far.example/api/v1/accounts?id[]=117"]);
  });

  it("are asked no more than is left when it is to be told whether they are deleted or suspended", async () => {
    // The look-up knew nobody of that name when it was asked again: his name and his address would be asked then.
    const { asking, asked } = meet([person("bo", { uri: "https://far.example/users/bo" })], []);
    asking.either.add("bo@far.example");
    asking.singles.set("bo@far.example", is({ state: "deleted" }));
    const told = { ...asking, adapter: adapterFor({ name: "akkoma" }) };
    await tellGoneApart(told, () => 9);
    expect(asked).toHaveLength(1);
  });

  it("without a name are never asked for by what stands in their address", async () => {
    const uri = "https://far.example/users/9abc1de2f3";
    const { asking, asked } = meet([{ ...person("x"), acct: uri, uri }], []);
    await askSingleAccounts(asking, server("mastodon"), () => 3);
    expect(asked).toEqual([uri]);
  });

  describe("when a check is made again", () => {
    const at = (day: string) => ({ kind: "network", at: `2026-06-${day}T12:00:00.000Z` }) as const;
    const seen = (name: string, day: string, state: Home["state"] = "suspended"): Person =>
      person(name, { home: known({ state }, at(day)) });
    const begun = new Date("2026-06-30T11:00:00.000Z");
    const again = async (people: readonly Person[], facts = akkoma, spent = 3) => {
      const { asking, asked } = meet(people, ["ada", "bo", "eli", "fay", "gus"], "akkoma", begun);
      await askSingleAccounts(asking, facts, () => spent + asked.length);
      return [...asking.singles.entries()].map(([acct, home]) => [acct, home.known && home.value.state]);
    };

    it("are asked again whatever was seen of them, the oldest first", async () => {
      expect(await again([seen("ada", "20"), seen("bo", "10", "moved"), seen("eli", "25", "deleted")])).toEqual([
        ["bo@far.example", "alive"],
        ["ada@far.example", "alive"],
        ["eli@far.example", "alive"],
      ]);
    });

    it("wait for those whom no look has reached yet, but for a week at most", async () => {
      const left = ["eli", "fay"].map((name) => fromSnapshot(name));
      const names = async (day: string) => (await again([seen("ada", day), ...left], akkoma, 8)).map(([acct]) => acct);
      expect(await names("29")).toEqual(["eli@far.example", "fay@far.example"]);
      expect(await names("20")).toEqual(["ada@far.example", "eli@far.example"]);
    });

    it("are asked again although there is a cause, or too many for a first look", async () => {
      const blocked = server("akkoma", { onTarget: { list: is(BLOCKED) } });
      expect(await again([seen("ada", "20")], blocked)).toHaveLength(1);
      expect(await again([...people("bo", "eli", "fay", "gus"), seen("ada", "20")])).toEqual([
        ["ada@far.example", "alive"],
      ]);
    });

    it("are asked again where a silence without an answer was all", async () => {
      expect(await again([person("ada", { home: { known: false, gap: "unreachable" } })])).toHaveLength(1);
    });

    it("are left alone where they were asked since it began, or have come along", async () => {
      const since: Person = person("ada", { home: is({ state: "suspended" }) });
      expect(await again([since, { ...seen("bo", "10"), in: [TARGET] }])).toEqual([]);
    });
  });
});
