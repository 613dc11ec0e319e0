import { describe, expect, it } from "vitest";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { testMemory } from "#testing/memory.ts";
import { fromSnapshot, NOW, person } from "#testing/sample.ts";
import { findServer } from "./find-server.ts";

const nodeinfoAt = (host: string): Answers => ({
  [`https://${host}/.well-known/nodeinfo`]: {
    body: {
      links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `https://${host}/nodeinfo/2.0` }],
    },
  },
  [`https://${host}/nodeinfo/2.0`]: { body: { version: "2.0", software: { name: "mastodon", version: "4.6.5" } } },
});
const fingerOf = (user: string) => `https://far.example/.well-known/webfinger?resource=acct%3A${user}%40far.example`;
const leadsTo = (href: string) => ({ body: { links: [{ rel: "self", type: "application/activity+json", href }] } });
const SOCIAL = leadsTo("https://social.far.example/users/bo");

const find = async (answers: Answers, people = [fromSnapshot("bo"), fromSnapshot("eli")]) => {
  const gate = fakeGate(answers);
  const found = await findServer({ gate, memory: testMemory(() => new Date(NOW)) }, "far.example", people);
  return { at: found.server.webHost, known: found.nodeinfo.fact.known, asked: gate.asked };
};

describe("a handle's domain that runs nothing itself", () => {
  const elsewhere = nodeinfoAt("social.far.example");

  it("is asked by WebFinger where its server answers", async () => {
    const found = await find({ ...elsewhere, [fingerOf("bo")]: SOCIAL });
    expect(found).toMatchObject({ at: "social.far.example", known: true });
  });

  it("is asked for another of its people where the first is gone", async () => {
    const found = await find({ ...elsewhere, [fingerOf("bo")]: { status: 410 }, [fingerOf("eli")]: SOCIAL });
    expect(found).toMatchObject({ at: "social.far.example", known: true });
  });

  it("is not asked where an address tells", async () => {
    const bo = person("bo", { uri: "https://social.far.example/users/bo" });
    const { at, asked } = await find(elsewhere, [fromSnapshot("eli"), bo]);
    expect([at, asked.length]).toEqual(["social.far.example", 2]);
  });

  it.each<[string, Answers]>([
    ["nobody knows anybody", {}],
    ["it leads to itself", { [fingerOf("bo")]: leadsTo("https://far.example/users/bo") }],
    ["it leads to no web server", { [fingerOf("bo")]: leadsTo("http://social.far.example/users/bo") }],
    ["it is out of reach", { "https://far.example/.well-known/nodeinfo": "connect" }],
  ])("stands for itself where %s", async (_, answers) => {
    expect(await find(answers)).toMatchObject({ at: "far.example", known: false });
  });

  it("is not asked where it says what it runs", async () => {
    expect((await find(nodeinfoAt("far.example"))).asked).toHaveLength(2);
  });
});
