import { describe, expect, it } from "vitest";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { mastodon } from "../software/mastodon.ts";
import { askResolve, tellsOfMissing } from "./resolve.ts";

const NEW = { host: "new.example", webHost: "new.example" };
const ACTOR = "https://gts.example/users/bo";
const search = (q: string) =>
  `https://new.example/api/v1/accounts/search?limit=1&resolve=true&q=${encodeURIComponent(q)}`;
const finger = (acct: string) =>
  `https://gts.example/.well-known/webfinger?resource=${encodeURIComponent(`acct:${acct}`)}`;
const NOT_FETCHED = { status: 503, body: { error: "Remote data could not be fetched" } };
const BELOW = search("nobody@no-such-name.gts.example");

/** A server that gives its people to signed questions alone, one of whom the new server does not find. */
const shy: Answers = {
  [finger("bo@gts.example")]: { body: { subject: "acct:bo@gts.example", links: [{ rel: "self", href: ACTOR }] } },
  [ACTOR]: { status: 401 },
  [search("bo@gts.example")]: { body: [] },
  "https://no-such-name.gts.example/": "dns",
};
const named = { host: "gts.example", givesItselfToAll: false, person: "bo@gts.example" };
const ask = async (more: Answers, tells = true) => {
  const gate = fakeGate({ ...shy, ...more });
  const { fact } = await askResolve(mastodon, gate, NEW, named, { tellsMissing: async () => tells });
  return { fact, asked: gate.asked };
};

describe("somebody who is not found, of a server that may refuse", () => {
  it("is kept out by the one that looked where it leaves a name below alone that nobody has", async () => {
    const { fact } = await ask({ [BELOW]: { body: [] } });
    expect(fact).toMatchObject({ known: true, value: { found: false, below: true, oneName: true } });
  });

  it("is not kept out by it where it goes and looks for such a name", async () => {
    const { fact } = await ask({ [BELOW]: NOT_FETCHED });
    expect(fact).toMatchObject({ known: true, value: { found: true, below: true } });
  });

  it.each<[string, Answers, boolean]>([
    ["the server does not tell of missing names", { [BELOW]: { body: [] } }, false],
    [
      "our name servers did not answer",
      { [BELOW]: { body: [] }, "https://no-such-name.gts.example/": "resolver" },
      true,
    ],
    ["somebody has that name", { [BELOW]: { body: [] }, "https://no-such-name.gts.example/": { body: "" } }, true],
  ])("says nothing where %s", async (_, more, tells) => {
    const { fact, asked } = await ask(more, tells);
    expect(fact).toMatchObject({ known: false, gap: "not-offered" });
    expect(asked).not.toContain(BELOW);
  });

  it("says nothing where the server has too much to do", async () => {
    const { fact } = await ask({ [BELOW]: { status: 503, body: "<h1>Busy</h1>" } });
    expect(fact).toMatchObject({ known: false, gap: "unreachable" });
  });
});

it.each<[string, Answers[string], boolean]>([
  ["says that it could not fetch it", NOT_FETCHED, true],
  ["finds nobody: it looks for named servers alone, or says so of all", { body: [] }, false],
  ["is busy", { status: 503, body: "" }, false],
])("a server tells of missing names where it %s", async (_, answer, tells) => {
  const gate = fakeGate({ [search("nobody@no-such-name.invalid")]: answer });
  expect(await tellsOfMissing(mastodon, gate, NEW, {})).toBe(tells);
});
