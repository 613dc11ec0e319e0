import { expect, it } from "vitest";
import { didYouMean } from "./did-you-mean.ts";

const KNOWN = ["alice@oldtown.example", "alice@new.example"];

it.each([
  ["alcie@oldtown.example", KNOWN, "alice@oldtown.example"],
  ["alice@oldtwon.example", KNOWN, "alice@oldtown.example"],
  ["Alice@Oldtown.exampl", KNOWN, "alice@oldtown.example"],
  ["bo@oldtwon.example", KNOWN, "bo@oldtown.example"],
  ["bo@mastodon.socail", [], "bo@mastodon.social"],
  ["bo@matsodon.socal", [], "bo@mastodon.social"],
  ["alice@oldtown.example", KNOWN, null],
  ["bo@mastodon.social", [], null],
  ["bo@far-away.example", KNOWN, null],
  ["alicia@oldtown.example", ["alicea@oldtown.example", "alicib@oldtown.example"], null],
  [`${"a".repeat(5_000)}@oldtown.example`, KNOWN, null],
] as const)("%s, knowing %j, is %s", (typed, known, meant) => expect(didYouMean(typed, known)).toBe(meant));
