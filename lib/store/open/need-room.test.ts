import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { storeTrouble } from "./connection-lost.ts";
import { needRoom } from "./need-room.ts";

test("says of a disk without room what the store says of it", async () => {
  expect(await needRoom(tmpdir(), 0)).toBeUndefined();
  const full = await needRoom(tmpdir(), Number.MAX_SAFE_INTEGER).catch((error: unknown) => error);
  expect(storeTrouble(full)).toBe("ENOSPC");
});
