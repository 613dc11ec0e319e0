import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { isLarge, openLargeBodies } from "./large-bodies.ts";

it.each([
  [{}, false],
  [{ "content-length": "65536" }, false],
  [{ "content-length": "65537" }, true],
  [{ "transfer-encoding": "chunked" }, true],
])("%j is large: %s", (headers, large) => expect(isLarge(headers)).toBe(large));

it("lets few large bodies in at once, fewer of one visitor, and the next when one has been answered", () => {
  const bodies = openLargeBodies();
  const answers = Array.from({ length: 8 }, () => new EventEmitter());
  const enter = (visitor: string, at: number) => bodies.enter(visitor, answers[at] as never);
  expect([enter("a", 0), enter("a", 1), enter("a", 2)]).toEqual([true, true, false]);
  expect([enter("b", 3), enter("c", 4), enter("d", 5)]).toEqual([true, true, false]);
  answers[0]?.emit("close");
  expect([enter("a", 6), enter("d", 7)]).toEqual([true, false]);
});
