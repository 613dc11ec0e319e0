import { expect, it } from "vitest";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { testMemory } from "#testing/memory.ts";
import { NOW } from "#testing/sample.ts";
import { whereItAnswers } from "./where-it-answers.ts";

const nodeinfoAt = (host: string): Answers => ({
  [`https://${host}/.well-known/nodeinfo`]: {
    body: {
      links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `https://${host}/nodeinfo/2.0` }],
    },
  },
  [`https://${host}/nodeinfo/2.0`]: { body: { version: "2.0", software: { name: "mastodon", version: "4.6.5" } } },
});
/** As Mastodon answers it for its own domain (webfinger_controller.rb: `Account.representative`). */
const OF_ITSELF = "https://far.example/.well-known/webfinger?resource=acct%3Afar.example%40far.example";
const actorAt = (host: string) => ({
  body: {
    subject: "acct:far.example@far.example",
    links: [{ rel: "self", type: "application/activity+json", href: `https://${host}/actor` }],
  },
});

async function answersAt(answers: Answers) {
  const gate = fakeGate(answers);
  const asker = { gate, memory: testMemory(() => new Date(NOW)) };
  const { server, nodeinfo } = await whereItAnswers(asker, { host: "far.example", webHost: "far.example" });
  return { at: server, known: nodeinfo.fact.known, asked: gate.asked };
}

it("finds the host behind a candidate's domain by the account that the server itself has", async () => {
  const { at, known } = await answersAt({ ...nodeinfoAt("web.far.example"), [OF_ITSELF]: actorAt("web.far.example") });
  expect([at, known]).toEqual([{ host: "far.example", webHost: "web.far.example" }, true]);
});

it("asks nothing more of a server that says what it runs", async () => {
  const { at, asked } = await answersAt(nodeinfoAt("far.example"));
  expect([at.webHost, asked.length]).toEqual(["far.example", 2]);
});

it.each<[string, Answers]>([
  ["knows no such account", {}],
  ["leads to itself", { [OF_ITSELF]: actorAt("far.example") }],
  [
    "is out of reach",
    { "https://far.example/.well-known/nodeinfo": "connect", [OF_ITSELF]: actorAt("web.far.example") },
  ],
])("leaves a domain as it is that %s", async (_, answers) => {
  const { at, known } = await answersAt(answers);
  expect([at.webHost, known]).toEqual(["far.example", false]);
});
