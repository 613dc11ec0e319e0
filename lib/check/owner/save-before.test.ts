import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { createCheck } from "#lib/store/check/checks.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import { newCheck, person } from "#testing/store/rows.ts";
import { freshFolder } from "#testing/store/template.ts";
import { hasRoomFor, MOST_PEOPLE, saveBefore } from "./save-before.ts";

const listed = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => person(`p${from + n}@far.example`, { before: "list" }));

test("a check has room for so many people over all lists, and a list handed in again takes none", async () => {
  const dataDir = await freshFolder();
  const store = await openStore({ kind: "embedded", dataDir });
  try {
    await createCheck(store, newCheck("large"));
    await saveBefore({ store, now: () => new Date() }, "large", listed(0, 590));
    const room = (people: ReturnType<typeof listed>) => hasRoomFor({ store }, "large", people, 600);
    expect(await room(listed(591, 601))).toBe(true);
    expect(await room(listed(591, 602))).toBe(false);
    expect(await room(listed(500, 600))).toBe(true);
    expect(await room(listed(500, 601))).toBe(false);
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test("the room is 200,000 people, as many as the contract takes in one list", () => expect(MOST_PEOPLE).toBe(200_000));
