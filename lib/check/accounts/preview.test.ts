import { expect, it } from "vitest";
import { nodeinfo, nodeinfoIndex } from "#testing/answers/activitypub/documents.ts";
import { fakeGate } from "#testing/fake-gate.ts";
import { testMemory } from "#testing/memory.ts";
import { NOW } from "#testing/sample.ts";
import type { CheckDeps } from "../state/deps.ts";
import { preview } from "./preview.ts";

const ACTOR = "https://old.example/users/ada";
const LOOKUP = "https://old.example/.well-known/webfinger?resource=acct%3Aada%40old.example";
const finger = {
  body: {
    subject: "acct:ada@old.example",
    links: [{ rel: "self", type: "application/activity+json", href: ACTOR }],
  },
};

/** A server of unknown software, of which the actor alone is to be had. */
async function movedTo(link: string) {
  const actor = { id: ACTOR, type: "Person", preferredUsername: "ada", inbox: `${ACTOR}/inbox`, movedTo: link };
  const gate = fakeGate({ [LOOKUP]: finger, [ACTOR]: { body: actor } });
  const deps = { gate, memory: testMemory(() => new Date(NOW)), avatarPath: (url: string) => url };
  const seen = await preview(deps as unknown as CheckDeps, "@ada@old.example");
  return seen.ok ? seen.preview.movedTo : "refused";
}

it.each([
  ["an address where the redirect is the link of a profile", "https://new.example/@ada", "ada@new.example"],
  [
    "the link where it is nobody's address",
    "https://new.example/some/where/else",
    "https://new.example/some/where/else",
  ],
])("shows %s", async (_, link, shown) => {
  expect(await movedTo(link)).toBe(shown);
});

it.each([
  ["fedibird", "4.2.0", { family: "mastodon", closesAfterMove: true }],
  ["mastodon", "4.6.5+glitch", { family: "mastodon", closesAfterMove: false }],
  ["gotosocial", "0.20.0", { family: "gotosocial", closesAfterMove: false }],
])(
  "says what a page has to know of a software, so that it needs no list of its own: %s",
  async (name, version, told) => {
    const gate = fakeGate({
      [LOOKUP]: finger,
      "https://old.example/.well-known/nodeinfo": { body: nodeinfoIndex("old.example", "2.0") },
      "https://old.example/nodeinfo/2.0": { body: nodeinfo(name, version) },
    });
    const deps = { gate, memory: testMemory(() => new Date(NOW)), avatarPath: (url: string) => url };
    const seen = await preview(deps as unknown as CheckDeps, "@ada@old.example");
    expect(seen).toMatchObject({ preview: { software: name, ...told } });
  },
);
