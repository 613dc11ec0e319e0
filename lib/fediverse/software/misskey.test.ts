import { describe, expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { actor } from "#testing/answers/activitypub/documents.ts";
import { follow, instanceRow, refusal, user } from "#testing/answers/misskey/documents.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { namedHost } from "../about/named-host.ts";
import { askInstance } from "../about/peers.ts";
import { askStance } from "../about/stances.ts";
import { askSight, askView } from "../about/view.ts";
import { askAccount, askHome } from "../find/account.ts";
import { readFollowers } from "../follower-list/list.ts";
import { misskey } from "./misskey.ts";

const MK = { host: "mk.example", webHost: "mk.example" };
const post = (path: string, body: unknown) => `POST https://mk.example/api/${path} ${JSON.stringify(body)}`;
const SHOW = post("users/show", { username: "ada", host: null });
const outcome = <T>(fact: Fact<T>) => (fact.known ? fact.value : fact.gap);

describe("account", () => {
  const ask = async (body: unknown) =>
    outcome(await askAccount(misskey, fakeGate({ [SHOW]: { body } }), { server: MK, user: "ada" }));

  it("is read in our words", async () => {
    const fields = [{ name: "proof", value: "https://check.example/" }];
    expect(await ask(user("ada", { name: "Ada", description: "hello", fields, isLocked: true }))).toEqual({
      acct: "ada@mk.example",
      id: "a1b2c3ada",
      uri: "https://mk.example/users/a1b2c3ada",
      url: "https://mk.example/@ada",
      display: "Ada",
      avatar: "https://mk.example/identicon/ada@mk.example",
      followers: 0,
      locked: true,
      bot: false,
      suspended: false,
      hidesLists: false,
      createdAt: "2026-11-20T22:04:13.388Z",
      movedTo: null,
      about: "hello\nproof\nhttps://check.example/",
    });
  });

  it("that moved leads to a key of that database, which names nobody: the actor has to say", async () => {
    expect(await ask(user("ada", { movedTo: "att3g7f594ti0007" }))).not.toHaveProperty("movedTo");
  });

  it.each([
    [{ followersVisibility: "private" }, true],
    [{ followersVisibility: "followers" }, true],
    [{ followersVisibility: undefined, ffVisibility: "private" }, true],
    [{ followersVisibility: undefined }, undefined],
  ])("%j hides its list: %s", async (over, hides) => {
    expect(await ask(user("ada", over))).toHaveProperty(
      ...((hides === undefined ? ["acct"] : ["hidesLists", hides]) as [string]),
    );
  });

  it.each([
    ["NO_SUCH_USER", 404, "never-met"],
    ["CREDENTIAL_REQUIRED", 401, "needs-login"],
    ["RATE_LIMIT_EXCEEDED", 429, "over-budget"],
    ["SOMETHING_ELSE", 500, "unreachable"],
  ])("%s (%i) is %s", async (code, status, gap) => {
    const gate = fakeGate({ [SHOW]: refusal(code, status) });
    expect(outcome(await askAccount(misskey, gate, { server: MK, user: "ada" }))).toBe(gap);
  });
});

describe("followers", () => {
  const of = { server: MK, user: "ada", account: { acct: "ada@mk.example", id: "a1b2c3ada", followers: 0 } };
  const page = (untilId?: string) =>
    post("users/followers", { userId: "a1b2c3ada", limit: 100, ...(untilId ? { untilId } : {}) });
  const read = async (answers: Answers) => {
    const rows = [];
    const gate = fakeGate(answers);
    for await (const step of readFollowers(misskey, gate, of)) {
      if (step.kind === "end") return { rows, end: step, asked: gate.asked };
      rows.push(...step.rows);
    }
    throw new Error("no end");
  };

  it("go by the key of the follow, and a count of zero stands over a full list", async () => {
    const full = Array.from({ length: 100 }, (_, at) => follow(`f${at}`, user(`p${at}`)));
    const { rows, end } = await read({
      [page()]: { body: full },
      [page("f99")]: {
        body: [follow("f100", user("bo", { host: "Far.example", uri: "https://far.example/users/bo" }))],
      },
    });
    expect([rows.length, end.complete]).toEqual([101, true]);
    expect(rows[0]).toEqual({
      acct: "p0@mk.example",
      uri: "https://mk.example/users/a1b2c3p0",
      suspended: false,
      bot: false,
      locked: false,
      moved: null,
    });
    expect(rows[100]).toMatchObject({ acct: "bo@far.example", uri: "https://far.example/users/bo" });
  });

  it("that moved say so, by an address that leads on", async () => {
    const { rows } = await read({ [page()]: { body: [follow("f1", user("bo", { movedTo: "att3g7f594ti0007" }))] } });
    expect(rows[0]?.moved).toBe("https://mk.example/users/att3g7f594ti0007");
  });

  it.each<[string, Answers[string], unknown]>([
    ["nobody", { body: [] }, "whole"],
    ["hidden", refusal("FORBIDDEN", 403), "hidden-by-server"],
    ["hidden, said as 400", refusal("FORBIDDEN", 400), "hidden-by-server"],
    ["a deleted follower among them", { body: [follow("f1", null), follow("f2", user("bo"))] }, "whole"],
    ["an error in place of a list", { body: { error: "x" } }, "bad-answer"],
  ])("%s", async (_, answer, expected) => {
    const { end } = await read({ [page()]: answer });
    expect(end.complete ? "whole" : end.gap).toBe(expected);
  });
});

describe("stance on a host", () => {
  const show = (host: string) => post("federation/show-instance", { host });
  const ask = async (answer: Answers[string]) => {
    const gate = fakeGate({ [show("old.example")]: answer });
    const fact = await askStance(misskey, gate, MK, namedHost("old.example"));
    if (!fact.known) return fact.gap;
    const { inbound, outbound, limited, match } = fact.value;
    return [inbound, outbound, limited && "limited", match].filter(Boolean).join(" ");
  };
  const row = (over = {}) => ({ body: instanceRow("old.example", over) });

  it.each<[string, Answers[string], string]>([
    ["open", row(), "open open"],
    ["blocked", row({ isBlocked: true }), "blocked blocked exact"],
    [
      "suspended stops deliveries only",
      row({ isSuspended: true, suspensionState: "manuallySuspended" }),
      "open blocked exact",
    ],
    ["given up on", row({ isSuspended: true, suspensionState: "autoSuspendedForNotResponding" }), "open blocked exact"],
    ["silenced", row({ isSilenced: true }), "open open limited exact"],
    ["media silenced is nothing", row({ isMediaSilenced: true }), "open open"],
    ["not responding is a hint only", row({ isNotResponding: true }), "open open"],
    [
      "an old version without states",
      { body: { id: "x", host: "old.example", isBlocked: false, isSuspended: false, caughtAt: "2020" } },
      "open open",
    ],
    ["no word about blocks", { body: { id: "x", host: "old.example" } }, "unknown unknown"],
    ["never met", { status: 204, body: "" }, "never-met"],
    ["never met, as null", { body: "null" }, "never-met"],
    ["members only", refusal("CREDENTIAL_REQUIRED", 401), "needs-login"],
    ["by role", refusal("ROLE_PERMISSION_DENIED", 403), "needs-login"],
    ["no such question", refusal("UNKNOWN_API_ENDPOINT", 404), "not-offered"],
    ["HTML", { body: "<html>" }, "bad-answer"],
  ])("%s", async (_, answer, expected) => {
    expect(await ask(answer)).toBe(expected);
  });

  it("is never read from the filter for blocked hosts, which forks answer with others", async () => {
    const all = post("federation/instances", { blocked: true, limit: 100 });
    const gate = fakeGate({
      [all]: { body: [instanceRow("old.example")] },
      [show("old.example")]: row({ isBlocked: true }),
    });
    const fact = await askStance(misskey, gate, MK, namedHost("old.example"));
    expect([outcome(fact), gate.asked]).toMatchObject([{ inbound: "blocked" }, [show("old.example")]]);
  });

  it.each([
    ["which is below that of handles", "web.old.example"],
    ["which is another one", "alice-social.example"],
    ["which is shorter", "o.example"],
  ])("of a split domain is asked for the host of actors alone, %s", async (_, webHost) => {
    const rows = (blocked: string) => ({
      [show("old.example")]: { body: instanceRow("old.example", { isBlocked: blocked === "old.example" }) },
      [show(webHost)]: { body: instanceRow(webHost, { isBlocked: blocked === webHost }) },
    });
    const ask = async (blocked: string) => {
      const gate = fakeGate(rows(blocked));
      const fact = await askStance(misskey, gate, MK, namedHost("old.example", webHost));
      expect(gate.asked).toEqual([show(webHost)]);
      return outcome(fact);
    };
    expect(await ask(webHost)).toMatchObject({ inbound: "blocked", outbound: "blocked", entry: webHost });
    expect(await ask("old.example")).toMatchObject({ inbound: "open", outbound: "open" });
  });
});

describe("view of a remote account", () => {
  const VIEW = post("users/followers", { username: "ada", host: "old.example", limit: 100 });
  const view = async (answer: Answers[string]) => {
    const gate = fakeGate({ [VIEW]: answer });
    const fact = await askView(misskey, gate, MK, "ada@old.example");
    return { fact, asked: gate.asked };
  };

  it("is asked for by name, and fetches nobody", async () => {
    const { fact, asked } = await view({
      body: [follow("f1", user("mika")), follow("f2", user("mako", { movedTo: "k" }))],
    });
    expect(fact).toMatchObject({
      complete: true,
      value: {
        accts: ["mika@mk.example", "mako@mk.example"],
        flagged: { "mako@mk.example": { moved: "https://mk.example/users/k" } },
      },
    });
    expect(asked).toEqual([VIEW]);
  });

  it("of one of its own people is asked for without a host: with its own it knows nobody", async () => {
    const own = post("users/followers", { username: "leo", host: null, limit: 100 });
    const fact = await askView(
      misskey,
      fakeGate({ [own]: { body: [follow("f1", user("mika"))] } }),
      MK,
      "leo@mk.example",
    );
    expect(outcome(fact)).toMatchObject({ accts: ["mika@mk.example"] });
  });

  it.each<[string, Answers[string], unknown]>([
    ["nobody is nobody", { body: [] }, { accts: [], count: 0, flagged: {} }],
    ["hidden", refusal("FORBIDDEN"), "hidden-by-server"],
    ["never met", refusal("NO_SUCH_USER", 400), "never-met"],
  ])("%s", async (_, answer, expected) => {
    expect(outcome((await view(answer)).fact)).toEqual(expected);
  });

  it("there is no sight: looking somebody up by name would fetch and change him", async () => {
    const gate = fakeGate({});
    expect(outcome(await askSight(misskey, gate, MK, "ada@old.example"))).toBe("not-offered");
    expect(gate.asked).toEqual([]);
  });
});

describe("somebody at home", () => {
  const finger = "https://mk.example/.well-known/webfinger?resource=acct%3Aada%40mk.example";
  it.each<[string, Answers, unknown]>([
    ["alive", { [SHOW]: { body: user("ada") } }, { state: "alive" }],
    ["suspended", { [SHOW]: { body: user("ada", { isSuspended: true }) } }, { state: "suspended" }],
    [
      "moved",
      { [SHOW]: { body: user("ada", { movedTo: "k" }) } },
      { state: "moved", movedTo: "https://mk.example/users/k" },
    ],
    ["not shown any more", { [SHOW]: refusal("NO_SUCH_USER", 404), [finger]: { status: 404 } }, { state: "deleted" }],
    ["members only", { [SHOW]: refusal("CREDENTIAL_REQUIRED", 401), [finger]: { status: 404 } }, "never-met"],
  ])("%s", async (_, answers, expected) => {
    expect(outcome(await askHome(misskey, fakeGate(answers), { server: MK, user: "ada" }))).toEqual(expected);
  });

  const uri = "https://mk.example/users/9ada";
  it.each<[string, Answers, string]>([
    [
      "who says where",
      { [uri]: { body: actor(uri, "ada", { movedTo: "https://far.example/users/ada" }) } },
      "https://far.example/users/ada",
    ],
    ["who does not", { [uri]: { body: actor(uri, "ada") } }, "https://mk.example/users/k"],
    ["who is not shown", {}, "https://mk.example/users/k"],
  ])("moved, by a key, and the actor is asked: %s", async (_, answers, movedTo) => {
    const gate = fakeGate({ [SHOW]: { body: user("ada", { movedTo: "k" }) }, ...answers });
    expect(outcome(await askHome(misskey, gate, { server: MK, user: "ada", uri }))).toEqual({
      state: "moved",
      movedTo,
    });
    expect(gate.asked).toEqual([SHOW, uri]);
  });
});

describe("instance", () => {
  it.each([
    [
      {
        maintainerEmail: "m@mk.example",
        maxNoteTextLength: 3000,
        langs: ["ja"],
        disableRegistration: true,
        federation: "all",
      },
      {
        contactEmail: "m@mk.example",
        maxCharacters: 3000,
        languages: ["ja"],
        signUp: "closed",
        federation: "all",
        limitedFederation: false,
      },
    ],
    [
      { disableRegistration: false, approvalRequiredForSignup: true, federation: "specified" },
      { signUp: "approval", federation: "specified", limitedFederation: true },
    ],
    [{ disableRegistration: false, maintainerEmail: null }, { signUp: "open" }],
    [{}, {}],
  ])("%j", async (body, expected) => {
    const gate = fakeGate({ [post("meta", { detail: false })]: { body } });
    expect(outcome(await askInstance(misskey, gate, MK))).toEqual(expected);
  });
});
