import { expect, test } from "vitest";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { leastMs } from "#testing/strangers/least-ms.ts";
import { readActorDocument } from "./find/actor.ts";
import { readNodeInfo } from "./find/nodeinfo.ts";
import { askWebfinger } from "./find/webfinger.ts";
import { askFact } from "./question/ask.ts";
import { adapterFor } from "./software/index.ts";

/** Whole bodies, as an adapter is handed them. A kept time is that of everything between the text and the fact. */
const BAD_ROWS = 200_000;
const BODIES: Readonly<Record<string, string>> = {
  "a list of numbers": `[${"5,".repeat(BAD_ROWS - 1)}5]`,
  "a list of empty rows": `[${"{},".repeat(BAD_ROWS - 1)}{}]`,
  "a list of rows without a domain": `[${'{"severity":"suspend"},'.repeat(BAD_ROWS - 1)}{}]`,
  "a list under every name": JSON.stringify(
    Object.fromEntries(
      ["links", "instances", "blocked", "software", "usage"].map((name) => [name, Array(BAD_ROWS).fill(5)]),
    ),
  ),
  "links that are none": `{"links":[${"{},".repeat(BAD_ROWS - 1)}{}]}`,
  "lists in lists": "[".repeat(100_000) + "]".repeat(100_000),
  "lists in lists, as many as a body holds": "[".repeat(10 * 1024 * 1024),
  "empty lists, as many as a body holds": `[${"[],".repeat(3 * 1024 * 1024)}[]]`,
  "a thousand times a thousand fields": `[${`{${Array.from({ length: 1_000 }, (_, n) => `"k${n}":1`).join(",")}},`.repeat(100)}{}]`,
};
const SERVER = { host: "far.example", webHost: "far.example" };
const MOST_BODY_MS = process.env.PROVE ? 500 : 2_500;

const bodyGate = (body: string): Gate => ({
  ask: async ({ url }) => ({ ok: true, status: 200, url, headers: {}, at: "2026-11-20T12:00:00.000Z", body }),
});
const ASKS: Readonly<Record<string, (gate: Gate) => Promise<unknown>>> = {
  NodeInfo: (gate) => readNodeInfo(gate, SERVER),
  WebFinger: (gate) => askWebfinger(gate, SERVER.host, "acct:ada@far.example"),
  "an actor": (gate) => readActorDocument(gate, "https://far.example/users/ada"),
  "the servers a Mastodon knows": (gate) => askFact(gate, adapterFor({ name: "mastodon" }).peers, SERVER),
  ...Object.fromEntries(
    (["mastodon", "pleroma", "misskey", "lemmy", "mbin", "friendica", "gotosocial"] as const).map((name) => [
      `the block list of ${name}`,
      (gate: Gate) => {
        const { blocks = [] } = adapterFor({ name });
        return Promise.all(blocks.map((question) => askFact(gate, question, SERVER)));
      },
    ]),
  ),
};

async function slowOn(body: string, readers: readonly string[]): Promise<readonly string[]> {
  const slow: string[] = [];
  for (const name of readers) {
    const ms = await leastMs(() => ASKS[name]?.(bodyGate(body)), MOST_BODY_MS);
    if (ms > MOST_BODY_MS) slow.push(`${name}: ${Math.round(ms)} ms`);
  }
  return slow;
}

test.each(Object.entries(BODIES))("%s hold no reader up for half a second", async (_, body) => {
  expect(await slowOn(body, Object.keys(ASKS))).toEqual([]);
});

const MEGABYTES = 10 * 1024 * 1024;
const lineWith = (reason: string) => `b.example,${reason}\n`;
const rowWith = (reason: string) => `{"domain":"bad.example","severity":"suspend","comment":"${reason}"}`;
const asManyAsFit = (row: string, between = ""): string =>
  Array<string>(Math.floor(MEGABYTES / Buffer.byteLength(row + between)))
    .fill(row)
    .join(between);
/** One reader's rows, as many and as costly as a body holds. */
const COSTLY: readonly (readonly [string, string, string])[] = [
  ...["q", "é", "漢", "㍍", "\ufdfa"].flatMap((letter) => {
    const reason = letter.repeat(3_990);
    return [
      [`reasons of ${letter}`, "the block list of mastodon", `[${asManyAsFit(rowWith(reason), ",")}]`],
      [`reasons of ${letter}`, "the block list of friendica", asManyAsFit(lineWith(reason))],
    ] as const;
  }),
  ["short lines", "the block list of friendica", "a\n".repeat(MEGABYTES / 2)],
  ["quotes that never close", "the block list of friendica", `"${"a".repeat(MEGABYTES)}`],
  [
    "names in letters of their own",
    "the servers a Mastodon knows",
    JSON.stringify(Array.from({ length: 199_000 }, (_, n) => `é${n}.example`)),
  ],
];

test.each(COSTLY)("%s do not hold up who reads %s", async (_, reader, body) => {
  expect(await slowOn(body, [reader])).toEqual([]);
});
