import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { FaultName } from "#world/faults/names.ts";
import type { PersonSpec, Scenario, ServerSpec } from "#world/make/scenario.ts";
import { askOf } from "#world/serve/ask.ts";
import { startWorld, type World } from "#world/start.ts";
import { namedHost } from "./about/named-host.ts";
import { askInstance, askPeer } from "./about/peers.ts";
import { askStances } from "./about/stances.ts";
import { askSight, askView } from "./about/view.ts";
import { askAccount, askHome } from "./find/account.ts";
import { askActor, findAccount } from "./find/discover.ts";
import { type NodeInfoRead, readNodeInfo } from "./find/nodeinfo.ts";
import { readFollowers } from "./follower-list/list.ts";
import { adapterFor } from "./software/index.ts";

const OLD = "alice@old.test";
const NEW = "alice@new.test";
const open = { list: "public" } as const;
const severity = { severity: "suspend", obfuscate: true } as const;

/** Whether a server that refuses one side has met the other is chance. */
const MET = (word: string) => `${word}|never-met`;

/** Each kind of software in the ways it can be set up, and what it is expected to say about OLD and NEW. */
const SERVERS: Readonly<Record<Host, readonly [ServerSpec, string, string]>> = {
  "m-open.test": [open, "open", "open"],
  "m-hidden.test": [{}, "hidden-by-server", "hidden-by-server"],
  "m-users.test": [{ list: "users" }, "hidden-by-server", "hidden-by-server"],
  "m-blocks.test": [{ ...open, blocks: { "new.test": "suspend" } }, "open", "blocked digest"],
  "m-stars.test": [{ ...open, blocks: { "new.test": severity } }, "open", "blocked digest"],
  "m-limits.test": [{ ...open, blocks: { "new.test": "silence" } }, "open", "limited digest"],
  "m-closed.test": [{ closedApi: true, ...open }, "open", "open"],
  "m-limited.test": [{ limited: true, allows: ["old.test"], ...open }, "needs-login", "needs-login"],
  "mk.test": [{ software: "misskey" }, "open", "open"],
  "mk-blocks.test": [{ software: "misskey", blocks: { "new.test": "suspend" } }, "open", MET("blocked exact")],
  "mk-blocks-old.test": [{ software: "misskey", blocks: { "old.test": "suspend" } }, "blocked exact", MET("open")],
  "mk-stops.test": [{ software: "misskey", stopped: ["old.test"] }, "stops exact", "open"],
  "sk-blocks-old.test": [{ software: "sharkey", blocks: { "old.test": "suspend" } }, "blocked exact", MET("open")],
  "pl-open.test": [{ software: "pleroma", ...open }, "open", "open"],
  "pl-blocks.test": [{ software: "pleroma", ...open, blocks: { "*.new.test": "suspend" } }, "open", "blocked parent"],
  "ak-hidden.test": [{ software: "akkoma" }, "hidden-by-server", "hidden-by-server"],
  "ak-partly.test": [{ software: "akkoma", ...open, exclusions: true }, "unknown", "unknown"],
  "ak-allows.test": [{ software: "akkoma", ...open, limited: true, allows: ["old.test"] }, "open", "blocked exact"],
  "ak-stops.test": [{ software: "akkoma", ...open, stopped: ["new.test"] }, "open", "stops exact"],
  "gts-open.test": [{ software: "gotosocial", ...open, blocks: { "old.test": severity } }, "blocked pattern", "open"],
  "gts-hidden.test": [{ software: "gotosocial" }, "needs-login", "needs-login"],
  "hollo.test": [{ software: "hollo" }, "not-offered", "not-offered"],
  "fr.test": [{ software: "friendica", blocks: { "new.test": "suspend" } }, "open", "blocked exact"],
  "lemmy.test": [{ software: "lemmy", blocks: { "new.test": "suspend" } }, "open", "blocked exact"],
  "pt.test": [{ software: "peertube", blocks: { "new.test": "suspend" } }, "open", "blocked exact"],
  "px.test": [{ software: "pixelfed" }, "not-offered", "not-offered"],
  "snac.test": [{ software: "snac" }, "not-offered", "not-offered"],
  "wp.test": [{ software: "wordpress" }, "not-offered", "not-offered"],
  "tk.test": [{ software: "takahe" }, "not-offered", "not-offered"],
  "odd.test": [{ software: "unheard-of" }, "not-offered", "not-offered"],
};
const HOSTS = Object.keys(SERVERS);

const OTHERS: readonly PersonSpec[] = [
  { user: "shy", hidesLists: true, locked: true },
  { user: "left", fate: "deleted" },
  { user: "shut", fate: "suspended" },
  { user: "late", fate: "memorial" },
  { user: "gone", movedTo: NEW },
];

const scenario: Scenario = {
  name: "every-kind",
  about: "Every kind of software, in every way it can be set up.",
  old: { at: OLD },
  target: { at: NEW },
  servers: Object.fromEntries(HOSTS.map((host) => [host, SERVERS[host]?.[0] ?? {}])),
  followers: Object.fromEntries(HOSTS.map((host) => [host, ["ann", "Bo"]])),
  others: Object.fromEntries(HOSTS.map((host) => [host, OTHERS])),
};

let world: World;
let strangers: Gate;
let signing: Gate;
beforeAll(async () => {
  world = await startWorld(scenario);
  strangers = gateTo(world, false);
  signing = gateTo(world, true);
});
afterAll(() => world.stop());

const SIGNATURE = `keyId="https://check.test/actor#key",headers="(request-target) host date",signature="${"A".repeat(88)}"`;

function gateTo(to: World, signs: boolean): Gate {
  const knock = askOf(to);
  return {
    async ask({ url, method = "GET", body, accept, sign }) {
      const signed = signs && sign ? { date: new Date().toUTCString(), signature: SIGNATURE } : {};
      const headers = { ...(accept ? { accept } : {}), ...signed };
      const { status, text, headers: heard } = await knock(url, { method, headers, ...defined({ body }) });
      const flat = Object.entries(heard).map(([name, value]) => [name, String(value ?? "")]);
      return { ok: true, status, url, at: "2026-11-20T12:00:00.000Z", headers: Object.fromEntries(flat), body: text };
    },
  };
}

const serverOf = (host: Host) => ({ host, webHost: host });
async function meet(host: Host, gate = strangers) {
  const nodeinfo: NodeInfoRead = await readNodeInfo(gate, serverOf(host));
  if (!nodeinfo.fact.known) throw new Error(`${host} does not say what it is`);
  return { nodeinfo, adapter: adapterFor(nodeinfo.fact.value.software) };
}
const outcome = <T>(fact: Fact<T>) => (fact.known ? fact.value : fact.gap);

describe("stances", () => {
  it.each(HOSTS)("%s", async (host) => {
    const [, onOld, onNew] = SERVERS[host] ?? [];
    const { adapter, nodeinfo } = await meet(host);
    const names = [namedHost("old.test"), namedHost("new.test")];
    const said = await askStances(adapter, strangers, serverOf(host), names, { nodeinfo });
    const words = names.map(({ host: name }) => {
      const fact = said[name];
      if (!fact?.known) return fact?.gap;
      const { inbound, outbound, limited, match } = fact.value;
      const word = limited ? "limited" : inbound === outbound ? inbound : "stops";
      return [word, match].filter(Boolean).join(" ");
    });
    expect(onOld?.split("|")).toContain(words[0]);
    expect(onNew?.split("|")).toContain(words[1]);
  });
});

describe("accounts", () => {
  // Whose list of allowed servers does not name ours.
  const SHUT = "m-limited.test";
  const OPEN_TO_US = HOSTS.filter((host) => host !== SHUT);

  it("of a server that does not talk to ours are a gap, and nobody there is gone", async () => {
    const { adapter } = await meet(SHUT);
    const who = { server: serverOf(SHUT), user: "ann", uri: `https://${SHUT}/users/ann` };
    for (const answer of [await askAccount(adapter, signing, who), await askHome(adapter, signing, who)])
      expect(answer).toMatchObject({ known: false });
  });

  it.each(OPEN_TO_US)("of %s are found, and their actors loop back", async (host) => {
    const found = await findAccount(signing, { user: "ann", host });
    if (!found.known) throw new Error(`nobody at ${host}: ${found.gap}`);
    const { adapter } = await meet(host);
    const account = await askAccount(adapter, signing, {
      server: found.value.server,
      user: "ann",
      uri: found.value.uri,
    });
    expect(outcome(account)).toMatchObject({ acct: `ann@${host}` });
    expect(outcome(await askActor(signing, found.value, { publishesMovedTo: false }))).toMatchObject({
      loopsBack: true,
    });
  });

  it.each(OPEN_TO_US)("at home on %s are alive", async (host) => {
    const { adapter } = await meet(host);
    const home = await askHome(adapter, signing, { server: serverOf(host), user: "ann" });
    expect(outcome(home)).toEqual({ state: "alive" });
  });

  // Mastodon keeps the names of deleted accounts: a name that it does not know was never there. Elsewhere it looks the same.
  const ACTOR = "https://new.test/users/alice";
  it.each<[Host, string, string, string, string, string]>([
    // Accounts in memory of somebody are Mastodon's alone: elsewhere they go on like others.
    // Mastodon's API says the same of those who left and of those it shut out; WebFinger and the actor do not.
    ["m-open.test", "deleted", "suspended", "memorial", `moved ${NEW}`, "never-met"],
    ["m-closed.test", "deleted", "suspended", "memorial", `moved ${ACTOR}`, "never-met"],
    ["mk.test", "deleted", "deleted", "alive", "moved by key", "deleted"],
    ["sk-blocks-old.test", "deleted", "deleted", "alive", "moved by key", "deleted"],
    // They never say that somebody moved.
    ["pl-open.test", "deleted", "deleted", "alive", "alive", "deleted"],
    ["ak-hidden.test", "deleted", "deleted", "alive", "alive", "deleted"],
    ["fr.test", "deleted", "deleted", "alive", "alive", "never-met"],
    // An actor without a name, and no page: deleted or suspended, it does not say.
    ["gts-hidden.test", "closed", "closed", "alive", `moved ${ACTOR}`, "never-met"],
    ["px.test", "deleted", "deleted", "alive", `moved ${ACTOR}`, "never-met"],
    ["hollo.test", "deleted", "deleted", "alive", `moved ${NEW}`, "deleted"],
  ])("at home on %s were deleted, suspended, mourned, moved or never there", async (host, ...expected) => {
    const { adapter } = await meet(host);
    const stateOf = async (user: string) => {
      const home = outcome(await askHome(adapter, signing, { server: serverOf(host), user }));
      if (typeof home === "string") return home;
      const to = home.movedTo?.startsWith(`https://${host}/`) ? "by key" : home.movedTo;
      return to ? `${home.state} ${to}` : home.state;
    };
    expect(await Promise.all(["left", "shut", "late", "gone", "nobody"].map(stateOf))).toEqual(expected);
  });

  it.each([
    ["m-open.test", { hidesLists: true, locked: true }],
    ["mk.test", { hidesLists: true, locked: true }],
    ["ak-partly.test", { hidesLists: true, locked: true }],
    ["gts-open.test", { locked: true }],
  ])("of %s say what they hide", async (host, expected) => {
    const { adapter } = await meet(host);
    const uri = `https://${host}/users/shy`;
    expect(outcome(await askAccount(adapter, signing, { server: serverOf(host), user: "shy", uri }))).toMatchObject(
      expected,
    );
  });
});

async function listOf(acct: Acct, gate: Gate) {
  const [user = "", host = ""] = acct.split("@");
  const { adapter } = await meet(host, gate);
  const found = await findAccount(gate, { user, host });
  const uri = found.known ? { uri: found.value.uri } : {};
  const account = await askAccount(adapter, gate, { server: serverOf(host), user, ...uri });
  const of = { server: serverOf(host), user, ...uri, ...(account.known ? { account: account.value } : {}) };
  const people: string[] = [];
  for await (const step of readFollowers(adapter, gate, of)) {
    if (step.kind === "end") return { people: people.sort(), ended: step.complete ? "whole" : step.gap };
    people.push(...step.rows.map(({ acct: who, uri: at }) => who ?? at ?? ""));
  }
  throw new Error("a list without an end");
}

describe("the old list, on every software that has one", () => {
  const crowd = Array.from({ length: 170 }, (_, at) => `p${at}`);
  it.each<[string, ServerSpec, string, string]>([
    ["Mastodon", {}, "whole", "whole"],
    ["Mastodon, API closed", { closedApi: true }, "whole", "whole"],
    ["Mastodon, numbers for names", { numericIds: true, closedApi: true }, "whole", "whole"],
    ["Mastodon, all closed", { closedApi: true, secure: true }, "needs-signature", "whole"],
    ["Misskey", { software: "misskey" }, "whole", "whole"],
    ["Akkoma", { software: "akkoma" }, "whole", "whole"],
    ["Akkoma, API closed", { software: "akkoma", closedApi: true }, "whole", "whole"],
    ["Pleroma", { software: "pleroma" }, "whole", "whole"],
    ["GoToSocial", { software: "gotosocial" }, "needs-signature", "whole"],
    ["Hollo", { software: "hollo" }, "whole", "whole"],
    ["Sharkey", { software: "sharkey" }, "whole", "whole"],
  ])("%s", async (_, spec, unsigned, signed) => {
    const lists = await startWorld({
      name: "one-list",
      about: "A long list.",
      old: { at: OLD },
      target: { at: NEW },
      servers: { "old.test": spec },
      followers: { "far.test": crowd },
      script: [],
    });
    const heard = [await listOf(OLD, gateTo(lists, false)), await listOf(OLD, gateTo(lists, true))];
    await lists.stop();
    // By ActivityPub alone nobody is named.
    const byAddress = spec.closedApi === true || spec.software === "gotosocial";
    const all = crowd.map((user) => (byAddress ? `https://far.test/users/${user}` : `${user}@far.test`)).sort();
    expect(heard.map(({ ended }) => ended)).toEqual([unsigned, signed]);
    expect(heard[1]?.people).toEqual(all);
    expect(heard[0]?.people).toEqual(unsigned === "whole" ? all : []);
  });

  it.each<[string, ServerSpec, string]>([
    ["Mastodon", {}, "hidden-by-server"],
    ["Mastodon, API closed", { closedApi: true }, "hidden-by-server"],
    ["Misskey", { software: "misskey" }, "hidden-by-server"],
    ["Akkoma", { software: "akkoma" }, "hidden-by-server"],
    ["GoToSocial", { software: "gotosocial" }, "hidden-by-server"],
    ["Sharkey", { software: "sharkey" }, "hidden-by-server"],
    ["Pleroma", { software: "pleroma" }, "hidden-by-server"],
    ["Friendica", { software: "friendica" }, "hidden-by-server"],
    ["WordPress", { software: "wordpress" }, "hidden-by-server"],
    ["software nobody has read", { software: "unheard-of" }, "hidden-by-server"],
    ["snac", { software: "snac" }, "hidden-by-server"],
    ["Pixelfed", { software: "pixelfed" }, "hidden-by-server"],
  ])("hidden: %s", async (_, spec, ended) => {
    const lists = await startWorld({
      name: "hidden-list",
      about: "A hidden list.",
      old: { at: OLD, hidesLists: true },
      target: { at: NEW },
      servers: { "old.test": spec },
      followers: { "far.test": ["bo"] },
      script: [],
    });
    const heard = await listOf(OLD, gateTo(lists, true));
    await lists.stop();
    expect(heard).toEqual({ people: [], ended });
  });
});

describe("a list that misbehaves", () => {
  const crowd = Array.from({ length: 170 }, (_, at) => `p${at}`);
  const all = crowd.map((user) => `${user}@far.test`).sort();
  let lists: World;
  beforeAll(async () => {
    lists = await startWorld({
      name: "misbehaving",
      about: "A long list.",
      old: { at: OLD },
      target: { at: NEW },
      followers: { "far.test": crowd },
      script: [],
    });
  });
  afterAll(() => lists.stop());

  it.each<[FaultName, string, number]>([
    ["page-loop", "bad-answer", 80],
    ["next-elsewhere", "bad-answer", 80],
    ["next-on-http", "bad-answer", 80],
    ["next-to-loopback", "bad-answer", 80],
    ["no-second-page", "unreachable", 80],
    ["no-link", "bad-answer", 80],
    ["empty-pages", "hidden-by-server", 0],
    ["relative-link", "whole", 170],
    ["capital-link", "whole", 170],
    ["repeated-rows", "whole", 170],
    ["shuffled-rows", "whole", 170],
    ["wrong-counts", "whole", 170],
    ["capital-letters", "whole", 170],
  ])("%s", async (fault, ended, count) => {
    lists.fault("old.test", fault);
    const heard = await listOf(OLD, gateTo(lists, false));
    expect([heard.ended, heard.people.length]).toEqual([ended, count]);
    if (count === all.length) expect(heard.people).toEqual(all);
    expect(lists.canaryHits()).toBe(0);
  });
});

describe("sights and views", () => {
  const ask = async (host: Host, acct: Acct) => {
    const { adapter } = await meet(host);
    const sight = outcome(await askSight(adapter, strangers, serverOf(host), acct));
    const view = outcome(await askView(adapter, strangers, serverOf(host), acct));
    return [
      typeof sight === "string"
        ? sight
        : [sight.seen, sight.moved, sight.limited && "limited"].filter(Boolean).join(" "),
      typeof view === "string" ? view : [...view.accts].sort().join(" "),
    ];
  };
  const both = (host: Host) => `ann@${host} bo@${host}`;

  it.each<[Host, string, string, string, string]>([
    ["m-open.test", `known ${NEW}`, "", "known", both("m-open.test")],
    ["m-hidden.test", `known ${NEW}`, "", "known", both("m-hidden.test")],
    ["m-limits.test", `known ${NEW}`, "", "known limited", both("m-limits.test")],
    ["m-blocks.test", "known", both("m-blocks.test"), "absent", "never-met"],
    ["m-closed.test", "needs-login", "needs-login", "needs-login", "needs-login"],
    ["mk.test", "not-offered", both("mk.test"), "not-offered", both("mk.test")],
    ["pl-open.test", "not-offered", "", "not-offered", both("pl-open.test")],
    ["hollo.test", `known ${NEW}`, both("hollo.test"), "known", both("hollo.test")],
    ["gts-open.test", "not-offered", "not-offered", "not-offered", "not-offered"],
  ])("%s", async (host, sightOld, viewOld, sightNew, viewNew) => {
    expect([...(await ask(host, OLD)), ...(await ask(host, NEW))]).toEqual([sightOld, viewOld, sightNew, viewNew]);
  });

  it("of a server that purged the old one: absent, though nobody is blocked there", async () => {
    const purged = await startWorld({
      name: "purged",
      about: "A server forgot the old one's accounts.",
      old: { at: OLD },
      target: { at: NEW },
      servers: { "far.test": open },
      followers: { "far.test": ["bo"] },
      script: [{ do: "purge-old", at: "far.test" }],
    });
    const gate = gateTo(purged, false);
    const { adapter } = await meet("far.test", gate);
    const [sight, view] = [
      await askSight(adapter, gate, serverOf("far.test"), OLD),
      await askView(adapter, gate, serverOf("far.test"), OLD),
    ];
    const said = await askStances(adapter, gate, serverOf("far.test"), [namedHost("old.test")]);
    await purged.stop();
    expect([outcome(sight), outcome(view)]).toEqual([{ seen: "absent" }, "never-met"]);
    expect(said["old.test"]).toMatchObject({ known: true, value: { inbound: "open" }, complete: true });
  });

  it("change nothing anywhere: nobody is looked up by name where that fetches", () => {
    expect(world.state.sideEffects).toEqual([]);
  });
});

describe("peers and instances", () => {
  it.each<[Host, Host, unknown]>([
    ["m-open.test", "old.test", true],
    ["m-blocks.test", "new.test", false],
    ["m-limits.test", "new.test", false],
    ["gts-hidden.test", "old.test", "needs-login"],
    ["mk.test", "old.test", "not-offered"],
  ])("%s about %s: %s", async (host, about, expected) => {
    const { adapter } = await meet(host);
    expect(outcome(await askPeer(adapter, strangers, serverOf(host), about))).toBe(expected);
  });

  it.each<[Host, object]>([
    ["m-limited.test", { limitedFederation: true }],
    ["m-open.test", { limitedFederation: false, maxCharacters: 500, signUp: "open" }],
    ["mk.test", { signUp: "open" }],
    ["ak-partly.test", { maxCharacters: 5000, signUp: "open" }],
    ["gts-open.test", { maxCharacters: 5000 }],
  ])("%s describes itself", async (host, expected) => {
    const { adapter } = await meet(host);
    expect(outcome(await askInstance(adapter, strangers, serverOf(host)))).toMatchObject(expected);
  });
});
