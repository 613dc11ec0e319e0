import { expect, test } from "vitest";
import type { BlockRow } from "#lib/domain/blocks/block-match.ts";
import { known } from "#lib/domain/evidence/fact.ts";
import { withinBudget } from "./list-budget.ts";

const source = { kind: "network", at: "2026-11-20T12:00:00.000Z" } as const;
const list = (domain: string, count: number) => {
  const rows: BlockRow[] = Array.from({ length: count }, () => ({ domain, effect: "block" }));
  return known({ rule: "friendica" as const, whole: true, rows }, source);
};

test.each([
  ["the longest list of names in use", list("far.example", 20_000), true],
  ["some hundred patterns", list("*.far.example", 500), true],
  ["more rows than any list has", list("far.example", 50_001), false],
  ["patterns made to cost time", list("*a".repeat(120), 1_000), false],
])("%s: judged %s", (_, given, judged) => {
  expect(withinBudget(given)).toEqual(judged ? given : { known: false, gap: "bad-answer", source });
});
