import { expect, test } from "vitest";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { memoryLaws } from "#testing/memory-laws.ts";
import { processMemory } from "./memory.ts";

function opened() {
  let ms = Date.UTC(2026, 10, 20);
  return {
    memory: processMemory(() => new Date(ms)),
    pass: (by: number) => {
      ms += by;
    },
  };
}

test.each(memoryLaws.map((law) => [law.name, law] as const))("%s", async (_, law) => {
  await law.holds(opened(), "far.example", (actual, expected, what) => expect(actual, what).toEqual(expected));
  expect.hasAssertions();
});

test("a host forgotten while it is being asked stays forgotten", async () => {
  const { memory } = opened();
  let answer = (_: { value: unknown; ttlMs: number }): void => {};
  const asked = new Promise<{ value: unknown; ttlMs: number }>((resolve) => {
    answer = resolve;
  });
  const key = memoryKey("far.example", "list");
  const flight = memory.once(key, () => asked);
  await memory.forget("far.example");
  answer({ value: "late", ttlMs: 60_000 });
  expect((await flight).value).toBe("late");
  expect(await memory.peek(key)).toBeUndefined();
});
