import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { openStore } from "#lib/store/open/open-store.ts";
import { fillCheck, person } from "#testing/store/rows.ts";
import { freshFolder } from "#testing/store/template.ts";
import type { CheckDeps } from "../state/deps.ts";
import { hasRoomFor } from "./save-before.ts";

const listed = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => person(`p${from + n}@far.example`, { before: "list" }));

test("a check has room for 200,000 people over all lists, and a list handed in again takes none", {
  timeout: 180_000,
}, async () => {
  const dataDir = await freshFolder();
  const store = await openStore({ kind: "embedded", dataDir });
  try {
    await fillCheck(store, "large", 199_990);
    const room = (people: ReturnType<typeof listed>) => hasRoomFor({ store } as CheckDeps, "large", people);
    expect(await room(listed(199_991, 200_001))).toBe(true);
    expect(await room(listed(199_991, 200_002))).toBe(false);
    expect(await room(listed(190_000, 200_001))).toBe(true);
    expect(await room(listed(190_000, 200_002))).toBe(false);
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
