import { expect, it } from "vitest";
import { latenciesOf } from "./latencies.ts";

it("the share of answers that came within a time, and those that did not come", () => {
  const answers = Array.from({ length: 100 }, (_, at) => ({ ms: 100 - at, ok: true }));
  expect(latenciesOf([...answers, { ms: 9_000, ok: false }])).toEqual({
    ...{ count: 101, errors: 1 },
    ...{ p50: 50, p95: 95, p99: 99, most: 100 },
  });
  expect(latenciesOf([{ ms: 7, ok: true }])).toMatchObject({ p50: 7, p99: 7, most: 7, errors: 0 });
  expect(latenciesOf([])).toMatchObject({ count: 0, p50: 0, most: 0 });
});
