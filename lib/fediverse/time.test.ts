import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlockList, stanceOn } from "#lib/domain/blocks/block-match.ts";
import { namesHarm } from "#lib/domain/blocks/harm.ts";
import { composerIn } from "#lib/domain/names/composer.ts";
import { drawableName } from "#lib/domain/names/drawable-name.ts";
import { parseHandle, parseHandles, readAcct } from "#lib/domain/names/handle.ts";
import { displayHost, parseHost, withParents } from "#lib/domain/names/host.ts";
import { MATCH_RULES, type MatchRuleId } from "#lib/software/match-rules.ts";
import { leastMs } from "#testing/strangers/least-ms.ts";
import { PIECES } from "#testing/strangers/pieces.ts";
import { namedHost, withoutNames } from "./about/named-host.ts";
import { namesIn } from "./find/names.ts";
import { related } from "./find/related-hosts.ts";
import { byLink } from "./follower-list/paging.ts";
import { htmlToText } from "./question/html-text.ts";
import { asksToolsAway } from "./question/no-bots.ts";
import { mastodon } from "./software/mastodon.ts";

const SIZE = 2 * 1024 * 1024;
/** A busy machine makes five times as much of it; what is super-linear takes minutes for 2 MB. */
const MOST_MS = process.env.PROVE ? 50 : 250;
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

async function slowOn(text: string): Promise<readonly string[]> {
  text.charCodeAt(0);
  const slow: string[] = [];
  for (const [name, parse] of Object.entries(PARSERS)) {
    const ms = await leastMs(() => parse(text), MOST_MS);
    if (ms > MOST_MS) slow.push(`${name}: ${Math.round(ms)} ms`);
  }
  return slow;
}

const filled = (piece: string): string => Buffer.from(piece.repeat(Math.ceil(SIZE / piece.length))).toString();

test.each(PIECES)("2 MB of %j cost no parser more than a moment", async (piece) => {
  expect(await slowOn(filled(piece))).toEqual([]);
});

test.runIf(process.env.PROVE)("nor do 2 MB of any few pieces behind any others", { timeout: 600_000 }, async () => {
  const some = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
  const texts = fc.tuple(fc.option(some, { nil: "" }), some, fc.option(some, { nil: "" }));
  await fc.assert(
    fc.asyncProperty(texts, async ([head, piece, tail]) =>
      expect(await slowOn(`${head}${filled(piece)}${tail}`)).toEqual([]),
    ),
    { numRuns: 200 },
  );
});
