import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { recordedGate } from "#testing/recorded/recorded-gate.ts";
import { type RecordedMoverName, readMover, recordingsOf } from "#testing/recorded/recorded-mover.ts";
import { readNodeInfo } from "./find/nodeinfo.ts";
import type { Adapter } from "./question/adapter.ts";
import { ask } from "./question/ask.ts";
import { adapterFor } from "./software/index.ts";

/** What real servers answered, read by the adapters: a shape that we only imagine is found here. */
const gateOf = (name: RecordedMoverName) => recordedGate(recordingsOf(readMover(name)));
const told = (fact: Fact<unknown>): unknown => (fact.known ? fact.value : fact.gap);
const at = (host: string) => ({ host, webHost: host });
const remote = (acct: string) => {
  const [user = "", home = ""] = acct.split("@");
  return { acct, user, home };
};

type Named = "account" | "home" | "sight" | "stance" | "followers" | "view" | "peers" | "peerSearch" | "instance";
const questionOf = (adapter: Adapter, name: Named | "blocks") =>
  (name === "blocks" ? adapter.blocks?.[0] : adapter[name]) as Adapter["account"];

it.each<[string, RecordedMoverName, string, string]>([
  ["Mastodon 4.3.23", "mastodon-open", "oak.test", "mastodon 4.3.23"],
  ["Mastodon 4.5.15", "mastodon-open", "fir.test", "mastodon 4.5.15"],
  ["Mastodon 4.6.5", "mastodon-open", "elm.test", "mastodon 4.6.5"],
  ["GoToSocial", "gotosocial", "alder.test", "gotosocial 0.20.0"],
  ["Misskey", "misskey", "mk.test", "misskey 2025.11.1"],
  ["CherryPick", "hollo", "cherry.test", "cherrypick 4.16.0"],
  ["Hollo", "hollo", "hollo.test", "hollo 0.6.18"],
  ["snac", "snac", "snac.test", "snac 2.75"],
])("NodeInfo of %s", async (_, file, host, expected) => {
  const { fact } = await readNodeInfo(gateOf(file), at(host));
  expect(fact.known && `${fact.value.software.name} ${fact.value.software.version}`).toContain(expected);
});

type Row = readonly [string, RecordedMoverName, string, string, Named | "blocks", object, unknown];
const known = (more: object) => ({ seen: "known", ...more });
const digest = "46c3387a70fd33e63212d8c9aefc381b706f29bc295e272d3fa8f8a17f12340f";
const OLD = remote("alice@old.test");
const NEW = remote("alice@new.test");
const FIRST = { at: null };
const HOLLY = { user: "holly", id: "7df720bc-166b-49bd-8601-03b317dd0f04", ...FIRST };
const SOL = { user: "sol", id: "e2222a28ed6178d5655d0906fc87fbb4", ...FIRST };

const MASTODON: readonly Row[] = (
  [
    ["the account that moved", "old.test", "account", { user: "alice" }, { followers: 13, movedTo: "alice@new.test" }],
    ["a public list", "elm.test", "blocks", {}, { whole: true, rows: [{ domain: "old.test", digest }] }],
    ["a starred row", "ash.test", "blocks", {}, { rows: [{ domain: "bay.**st" }, { domain: "new.test" }] }],
    ["a hidden list", "yew.test", "blocks", {}, "hidden-by-server"],
    ["old where it is suspended", "yew.test", "sight", OLD, { seen: "absent" }],
    ["old where the news arrived, 4.3", "oak.test", "sight", OLD, known({ moved: "alice@new.test" })],
    ["new where it is limited, 4.5", "fir.test", "sight", NEW, known({ limited: true, moved: null })],
    ["old where the API is closed", "tea.test", "sight", OLD, "needs-login"],
    ["limited federation", "fig.test", "instance", {}, { limitedFederation: true }],
    ["somebody at home", "ash.test", "home", { user: "ash1" }, { state: "alive" }],
    ["a search that finds nobody", "pine.test", "peerSearch", { about: "new.test" }, []],
  ] as const
).map(([what, ...row]): Row => [`Mastodon: ${what}`, "mastodon-open", "mastodon", ...row]);

const OTHERS: readonly Row[] = [
  ["GoToSocial: an empty list", "gotosocial", "gotosocial", "elm.test", "blocks", {}, { whole: true, rows: [] }],
  ["GoToSocial: a list for members", "gotosocial", "gotosocial", "alder.test", "blocks", {}, "needs-login"],
  ["GoToSocial: itself", "gotosocial", "gotosocial", "alder.test", "instance", {}, { signUp: "closed" }],
  ["Misskey: its own account", "misskey", "misskey", "mk.test", "account", { user: "brit" }, { acct: "brit@mk.test" }],
  ["Misskey: a server it knows", "misskey", "misskey", "mk2.test", "stance", { about: "mk.test" }, { inbound: "open" }],
  ["Misskey: one it never met", "misskey", "misskey", "mk2.test", "stance", { about: "dogwood.test" }, "never-met"],
  [
    ...(["Misskey: whom of its own follow an account", "misskey", "misskey", "mk2.test", "view"] as const),
    ...([
      { ...remote("brit@mk.test"), ...FIRST },
      { rows: [{ acct: "lena@mk2.test" }, { acct: "lars@mk2.test" }] },
    ] as const),
  ],
  [
    "CherryPick: a server it knows",
    "hollo",
    "cherrypick",
    "cherry.test",
    "stance",
    { about: "fir.test" },
    { inbound: "open" },
  ],
  [
    ...(["CherryPick: whom of its own follow an account", "hollo", "cherrypick", "cherry.test", "view"] as const),
    ...([
      { ...remote("flo@fir.test"), ...FIRST },
      { raw: 1, rows: [{ acct: "chip@cherry.test" }] },
    ] as const),
  ],
  ["Hollo: its own account", "hollo", "hollo", "hollo.test", "account", { user: "holly" }, { followers: 8 }],
  ["Hollo: rows without an address", "hollo", "hollo", "hollo.test", "followers", HOLLY, { raw: 8 }],
  ["snac: zero that stands for a hidden list", "snac", "snac", "snac.test", "followers", SOL, { raw: 0, rows: [] }],
  ["snac: its own account", "snac", "snac", "snac.test", "account", { user: "sol" }, { acct: "sol@snac.test" }],
];

it.each([...MASTODON, ...OTHERS])("%s", async (_, file, software, host, name, input, expected) => {
  const question = questionOf(adapterFor({ name: software }), name);
  if (!question) throw new Error(`The adapter of ${software} has no question ${name}.`);
  const { fact } = await ask(gateOf(file), question, { ...at(host), ...input } as never);
  if (typeof expected === "string") expect(told(fact)).toBe(expected);
  else expect(told(fact)).toMatchObject(expected as object);
});

/** The shape that the world is held to (`world/fidelity.test.ts`) is read here too. */
it("Akkoma: its list stands in NodeInfo", () => {
  const file = join(import.meta.dirname, "../../world/fixtures/pleroma.json");
  const [{ body }] = JSON.parse(readFileSync(file, "utf8")) as [{ readonly body: unknown }];
  const read = adapterFor({ name: "akkoma" }).blocksInNodeInfo?.(at("ak.test")).safeParse(body);
  expect(read).toMatchObject({ success: true, data: { value: { whole: true } } });
});
