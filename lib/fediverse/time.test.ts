import { type BlockList, stanceOn } from "#lib/domain/blocks/block-match.ts";
import { namesHarm } from "#lib/domain/blocks/harm.ts";
import { composerIn } from "#lib/domain/names/composer.ts";
import { drawableName } from "#lib/domain/names/drawable-name.ts";
import { parseHandle, parseHandles, readAcct } from "#lib/domain/names/handle.ts";
import { displayHost, parseHost, withParents } from "#lib/domain/names/host.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { MATCH_RULES, type MatchRuleId } from "#lib/software/match-rules.ts";
import { holdToTime } from "#testing/strangers/hold-to-time.ts";
import { namedHost, withoutNames } from "./about/named-host.ts";
import { namesIn } from "./find/names.ts";
import { related } from "./find/related-hosts.ts";
import { byLink } from "./follower-list/paging.ts";
import { askFact } from "./question/ask.ts";
import { htmlToText } from "./question/html-text.ts";
import { asksToolsAway } from "./question/no-bots.ts";
import { adapterFor } from "./software/index.ts";
import { mastodon } from "./software/mastodon.ts";

const NAMED = namedHost("old.example", "web.old.example");
const FAR = { host: "far.example", webHost: "far.example" };
const HOME = { hosts: ["old.example"] };
const CREATE = "https://w3id.org/fep/3b86/create";
const RULES = Object.keys(MATCH_RULES) as MatchRuleId[];

const answering = (body: string): Gate => ({
  ask: async ({ url }) => ({ ok: true, status: 200, url, headers: {}, at: "2026-11-20T12:00:00.000Z", body }),
});
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
  "a file of Friendica's": (text) => askFact(answering(text), adapterFor({ name: "friendica" }).blocks?.[0], FAR),
  "a line of Friendica's": (text) =>
    askFact(answering(`"far.example","${text}`), adapterFor({ name: "friendica" }).blocks?.[0], FAR),
  "a bio": htmlToText,
  "a tag in a bio": (text) => htmlToText(`<a ${text}`),
  "a bio that asks tools to keep away": (text) => asksToolsAway([text]),
  "a template": (text) => composerIn([{ rel: CREATE, template: text }], HOME),
  "a template with a place": (text) =>
    composerIn([{ rel: CREATE, template: `https://old.example/{content}${text}` }], HOME),
  "a name in a picture": drawableName,
};

holdToTime(PARSERS);
