import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlockList, stanceOn } from "#lib/domain/blocks/block-match.ts";
import { namesHarm } from "#lib/domain/blocks/harm.ts";
import { composerIn } from "#lib/domain/names/composer.ts";
import { drawableName } from "#lib/domain/names/drawable-name.ts";
import { parseHandle, parseHandles, readAcct } from "#lib/domain/names/handle.ts";
import { displayHost, parseHost, withParents } from "#lib/domain/names/host.ts";
import { MATCH_RULES, type MatchRuleId } from "#lib/software/match-rules.ts";
import { PIECES } from "#testing/strangers/pieces.ts";
import { namedHost, withoutNames } from "./about/named-host.ts";
import { acctFromUri } from "./find/acct-from-uri.ts";
import { related } from "./find/related-hosts.ts";
import { byLink } from "./follower-list/paging.ts";
import { htmlToText } from "./question/html-text.ts";
import { asksToolsAway } from "./question/no-bots.ts";

const SIZE = 2 * 1024 * 1024;
const MOST_MS = 50;
const TRIES = 4;
const NAMED = namedHost("old.example", "web.old.example");
const HOME = { hosts: ["old.example"] };
const CREATE = "https://w3id.org/fep/3b86/create";
const RULES = Object.keys(MATCH_RULES) as MatchRuleId[];

const listOf = (rule: MatchRuleId, domain: string): BlockList => ({
  rule,
  whole: true,
  rows: [{ domain, effect: "block" }],
  allowed: [{ domain, effect: "block" }],
});

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
  "an address in a list": (text) => readAcct(text, "far.example"),
  "the server of an address in a list": (text) => readAcct(`ada@${text}`, "far.example"),
  "an actor's address": acctFromUri,
  "the path of an actor's address": (text) => acctFromUri(`https://far.example/users/${text}`),
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

test.each(PIECES)("2 MB of %j cost no parser more than 50 ms", (piece) => {
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
