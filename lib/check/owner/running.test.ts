import { expect, it } from "vitest";
import { openRunning } from "./running.ts";

const ME = "192.0.2.1";
function visit(atWork: Set<string>) {
  const running = openRunning(async (ids) => ids.filter((id) => atWork.has(id)));
  const start = async (id: string, address = ME) => {
    const room = await running.enter(address);
    if (room) running.leave(address, id);
    return room;
  };
  return { running, start };
}

it("lets three checks of one visitor be at work, and the fourth when one has ended", async () => {
  const atWork = new Set(["a", "b", "c"]);
  const { start } = visit(atWork);
  expect([await start("a"), await start("b"), await start("c"), await start("d")]).toEqual([true, true, true, false]);
  expect(await start("e", "192.0.2.2")).toBe(true);
  atWork.delete("b");
  expect([await start("d"), await start("f")]).toEqual([true, true]);
});

it("counts those that are just being made", async () => {
  const { running } = visit(new Set());
  const rooms = await Promise.all(Array.from({ length: 8 }, () => running.enter(ME)));
  expect(rooms.filter(Boolean)).toHaveLength(3);
  running.leave(ME);
  expect(await running.enter(ME)).toBe(true);
});
