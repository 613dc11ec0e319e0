import { expect, it } from "vitest";
import { nothingAsked } from "#lib/domain/evidence/evidence.ts";
import { is, NEW, not, OLD } from "#testing/sample.ts";
import { type SuggestedFrom, suggestionsFrom } from "./suggestions.ts";

const MASTODON = { name: "mastodon", version: "4.6.5" };
const from = (
  host: string,
  known: number,
  nodeinfo: object = {},
  more: Partial<SuggestedFrom> = {},
): SuggestedFrom => ({
  ...{ host, known, onePerson: false },
  facts: { ...nothingAsked(host), nodeinfo: is({ software: MASTODON, openRegistrations: true, ...nodeinfo }) },
  ...more,
});
const hosts = (...servers: SuggestedFrom[]) => suggestionsFrom(servers, [OLD, NEW]).map(({ host }) => host);

it("puts servers with most followers first, eight of them at most", () => {
  const many = Array.from({ length: 12 }, (_, at) => from(`s${at}.example`, 10 + at));
  expect(hosts(from("few.example", 2), from("most.example", 90), ...many)).toHaveLength(8);
  expect(hosts(from("few.example", 2), from("most.example", 90))).toEqual(["most.example", "few.example"]);
});

it.each<[string, SuggestedFrom]>([
  ["one follower alone", from("far.example", 1)],
  ["one person's own server", from("far.example", 9, {}, { onePerson: true })],
  ["closed sign-up", from("far.example", 9, { openRegistrations: false })],
  ["software that no move leads to", from("far.example", 9, { software: { name: "lemmy", version: "0.19.19" } })],
  ["software that nobody knows", from("far.example", 9, { software: { name: "newthing", version: "1" } })],
  [
    "no answer",
    from("far.example", 9, {}, { facts: { ...nothingAsked("far.example"), nodeinfo: not("unreachable") } }),
  ],
  ["the old server", from(OLD.host, 9)],
  ["a candidate already", from(NEW.host, 9)],
])("leaves out %s", (_, server) => expect(hosts(server)).toEqual([]));

it("does not call sign-up open where nobody said so", () =>
  expect(suggestionsFrom([from("far.example", 9, { openRegistrations: undefined })], [OLD])).toMatchObject([
    { signUp: "unknown" },
  ]));
