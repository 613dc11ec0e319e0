import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlockList, stanceOn } from "#lib/domain/blocks/block-match.ts";
import { namesHarm } from "#lib/domain/blocks/harm.ts";
import { composerIn } from "#lib/domain/names/composer.ts";
import { drawableName } from "#lib/domain/names/drawable-name.ts";
import { parseHandle, parseHandles, readAcct } from "#lib/domain/names/handle.ts";
import { displayHost, parseHost, withParents } from "#lib/domain/names/host.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { MATCH_RULES, type MatchRuleId } from "#lib/software/match-rules.ts";
import { PIECES } from "#testing/strangers/pieces.ts";
import { namedHost, withoutNames } from "./about/named-host.ts";
import { readActorDocument } from "./find/actor.ts";
import { namesIn } from "./find/names.ts";
import { readNodeInfo } from "./find/nodeinfo.ts";
import { related } from "./find/related-hosts.ts";
import { askWebfinger } from "./find/webfinger.ts";
import { byLink } from "./follower-list/paging.ts";
import { askFact } from "./question/ask.ts";
import { htmlToText } from "./question/html-text.ts";
import { asksToolsAway } from "./question/no-bots.ts";
import { adapterFor } from "./software/index.ts";
import { mastodon } from "./software/mastodon.ts";

const SIZE = 2 * 1024 * 1024;
/** A busy machine makes five times as much of it; what is super-linear takes minutes for 2 MB. */
const MOST_MS = process.env.PROVE ? 50 : 250;
const TRIES = 4;
const NAMED = namedHost("old.example", "web.old.example");
const FAR = { host: "far.example", webHost: "far.example" };
const HOME = { hosts: ["old.example"] };
const CREATE = "https://w3id.org/fep/3b86/create";
const RULES = Object.keys(MATCH_RULES) as MatchRuleId[];

const listOf = (rule: MatchRuleId, domain: string): BlockList => ({
  rule,
  whole: true,
  rows: [{ domain, effect: "block" }],
  allowed: [{ domain, effect: "block" }],
});

/** As many addresses as are read before others are let in (list-from-before.ts), each as long as the contract lets it be. */
const inAddresses = (text: string): readonly string[] =>
  Array.from({ length: 131 }, (_, at) => `x${text.slice(at * 498, (at + 1) * 498)}x`);

/** Every function that meets a stranger's text first. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  "a row that is kept": (text) => RULES.map((rule) => withoutNames(listOf(rule, text))),
  "a row that is compared": (text) => RULES.map((rule) => stanceOn(listOf(rule, text), NAMED)),
  "a reason": namesHarm,
  "the name of a server": parseHost,
  "what is above a server": withParents,
  "the name of a server, for reading": displayHost,
  "an address": parseHandle,
  "several addresses": parseHandles,
  "a bite of addresses": (text) => inAddresses(text).map(parseHandle),
  "an address in a list": (text) => readAcct(text, "far.example"),
  "the server of an address in a list": (text) => readAcct(`ada@${text}`, "far.example"),
  "an actor's address": (text) => namesIn(mastodon, FAR, [text]),
  "the path of an actor's address": (text) => namesIn(mastodon, FAR, [`https://far.example/users/${text}`]),
  "two servers": (text) => related(text, "old.example") || related("old.example", text),
  "a Link header": (text) => byLink(80)({ page: { raw: 1, rows: [] }, body: null, headers: { link: text }, url: "" }),
  "a bio": htmlToText,
  "a tag in a bio": (text) => htmlToText(`<a ${text}`),
  "a bio that asks tools to keep away": (text) => asksToolsAway([text]),
  "a template": (text) => composerIn([{ rel: CREATE, template: text }], HOME),
  "a template with a place": (text) =>
    composerIn([{ rel: CREATE, template: `https://old.example/{content}${text}` }], HOME),
  "a name in a picture": drawableName,
};

const cpu = (): number => process.cpuUsage().user / 1000;

/** The best of a few: what a busy machine adds is not the parser's. */
function least(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && best > MOST_MS; tried++) {
    const begun = cpu();
    run();
    best = Math.min(best, cpu() - begun);
  }
  return best;
}

function slowOn(text: string): readonly string[] {
  text.charCodeAt(0);
  return Object.entries(PARSERS).flatMap(([name, parse]) => {
    const ms = least(() => parse(text));
    return ms > MOST_MS ? [`${name}: ${Math.round(ms)} ms`] : [];
  });
}

const filled = (piece: string): string => Buffer.from(piece.repeat(Math.ceil(SIZE / piece.length))).toString();

test.each(PIECES)("2 MB of %j cost no parser more than a moment", (piece) => {
  expect(slowOn(filled(piece))).toEqual([]);
});

test.runIf(process.env.PROVE)("nor do 2 MB of any few pieces behind any others", { timeout: 600_000 }, () => {
  const some = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
  const texts = fc.tuple(fc.option(some, { nil: "" }), some, fc.option(some, { nil: "" }));
  fc.assert(
    fc.property(texts, ([head, piece, tail]) => expect(slowOn(`${head}${filled(piece)}${tail}`)).toEqual([])),
    { numRuns: 200 },
  );
});

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

test.each(Object.entries(BODIES))("%s holds no reader up for half a second", async (_, body) => {
  const slow: string[] = [];
  for (const [name, ask] of Object.entries(ASKS)) {
    let best = Number.POSITIVE_INFINITY;
    for (let tried = 0; tried < TRIES && best > MOST_BODY_MS; tried++) {
      const begun = cpu();
      await ask(bodyGate(body));
      best = Math.min(best, cpu() - begun);
    }
    if (best > MOST_BODY_MS) slow.push(`${name}: ${Math.round(best)} ms`);
  }
  expect(slow).toEqual([]);
});
