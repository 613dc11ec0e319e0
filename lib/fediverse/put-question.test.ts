import { describe, expect, it } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence.ts";
import { account, HIDDEN_LIST, NOT_FOUND } from "./answers/mastodon/account.ts";
import { type Answers, fakeGate } from "./fake-gate.ts";
import { mastodon } from "./mastodon.ts";
import { namedHost } from "./named-host.ts";
import { nextQuestion, planFor } from "./order.ts";
import { leaveOut, type Probing, putQuestion } from "./put-question.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const NEW = "new.example";
const EMPTY: ServerFacts = { host: "far.example", onOld: {}, onTarget: { [NEW]: {} }, byOld: {}, byTarget: {} };
const api = (path: string) => `https://far.example/api/v1/${path}`;
const lookup = (acct: string) => api(`accounts/lookup?acct=${encodeURIComponent(acct)}`);

const probing = (gate: Probing["gate"], over: Partial<Probing> = {}): Probing => ({
  adapter: mastodon,
  gate,
  server: FAR,
  old: { named: namedHost("old.example"), acct: "ada@old.example" },
  targets: { [NEW]: { named: namedHost(NEW), acct: `ada@${NEW}` } },
  controlUser: "bo",
  ...over,
});

async function probe(answers: Answers) {
  const gate = fakeGate(answers);
  let facts = EMPTY;
  for (;;) {
    const requests = 3 + gate.asked.length;
    const context = { targets: [NEW], withAccount: [NEW], here: { [NEW]: 0 }, requests };
    const step = nextQuestion(planFor("mastodon"), facts, context);
    if (step.next === "stop") return { facts, asked: gate.asked };
    facts = await putQuestion(probing(gate), step.question, facts, requests);
  }
}

describe("a Mastodon server, asked in order", () => {
  it("that cut OLD off", async () => {
    const { facts, asked } = await probe({
      [lookup("ada@old.example")]: NOT_FOUND,
      [lookup("bo")]: { body: account("bo") },
      [api("instance/domain_blocks")]: HIDDEN_LIST,
      [lookup("ada@new.example")]: NOT_FOUND,
    });
    expect(facts).toMatchObject({
      control: { known: true, value: true },
      onOld: { sight: { known: true, value: { seen: "absent" } }, list: { known: false, gap: "hidden-by-server" } },
      onTarget: { [NEW]: { sight: { value: { seen: "absent" } }, list: { gap: "hidden-by-server" } } },
    });
    expect(asked).toHaveLength(4);
  });

  it("that knows nothing of the move and hides its list", async () => {
    const followers = api("accounts/7/followers?limit=80");
    const { facts, asked } = await probe({
      [lookup("ada@old.example")]: { body: account("ada", { id: "7", acct: "ada@old.example" }) },
      [lookup("ada@new.example")]: NOT_FOUND,
      [api("instance/domain_blocks")]: HIDDEN_LIST,
      [api("peers/search?q=new.example")]: { body: [NEW] },
      [followers]: { body: [account("bo")] },
    });
    expect(facts.onOld.view).toMatchObject({
      known: true,
      value: { accts: ["bo@far.example"], flagged: {} },
      complete: true,
    });
    expect(facts.onTarget[NEW]?.peer).toMatchObject({ known: true, value: true });
    expect(asked).toEqual([
      lookup("ada@old.example"),
      lookup("ada@new.example"),
      api("instance/domain_blocks"),
      api("peers/search?q=new.example"),
      followers,
    ]);
  });

  it("answers about all sides with one list", async () => {
    const gate = fakeGate({
      [api("instance/domain_blocks")]: { body: [{ domain: NEW, severity: "suspend", comment: null }] },
    });
    const facts = await putQuestion(probing(gate), { ask: "list" }, EMPTY);
    expect(facts.onOld.list).toMatchObject({ value: { inbound: "open" } });
    expect(facts.onTarget[NEW]?.list).toMatchObject({ value: { inbound: "blocked" } });
  });

  it("may have its list remembered", async () => {
    const gate = fakeGate({});
    const source = { kind: "network", at: "2026-11-20T12:00:00.000Z" } as const;
    const blockList = async () => ({
      known: true as const,
      source,
      value: { rule: "mastodon" as const, rows: [], whole: true },
    });
    const facts = await putQuestion(probing(gate, { blockList }), { ask: "list" }, EMPTY);
    expect([facts.onOld.list, gate.asked]).toMatchObject([{ known: true, value: { inbound: "open" } }, []]);
  });

  it("has no control without somebody of its own, and no sight of a server", async () => {
    const { controlUser: _, ...nobody } = probing(fakeGate({}));
    expect((await putQuestion(nobody, { ask: "control" }, EMPTY)).control).toEqual({ known: false, gap: "not-asked" });
    const targets = { [NEW]: { named: namedHost(NEW) } };
    const facts = await putQuestion(probing(fakeGate({}), { targets }), { ask: "sight", about: NEW }, EMPTY);
    expect(facts.onTarget[NEW]?.sight).toEqual({ known: false, gap: "not-asked" });
  });

  it.each([
    [
      { ask: "list" },
      { onOld: { list: { gap: "over-budget" } }, onTarget: { [NEW]: { list: { gap: "over-budget" } } } },
    ],
    [{ ask: "instance" }, { instance: { gap: "over-budget" } }],
    [{ ask: "view", about: "old" }, { onOld: { view: { gap: "over-budget" } } }],
    [{ ask: "peer", about: NEW }, { onTarget: { [NEW]: { peer: { gap: "over-budget" } } } }],
  ] as const)("leaves out %j as a gap", (question, expected) => {
    expect(leaveOut(question, EMPTY)).toMatchObject(expected);
  });
});
