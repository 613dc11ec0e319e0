import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import { openStore } from "#lib/store/open/open-store.ts";
import type { Store } from "#lib/store/open/store.ts";
import { freshFolder } from "./template.ts";

/** Opens an embedded database for the tests around the call, hands it over, and takes it away after them. */
export function withEmbedded(take: (store: Store, dataDir: string) => void): void {
  let [store, dataDir]: [Store | undefined, string] = [undefined, ""];
  beforeAll(async () => {
    dataDir = await freshFolder();
    store = await openStore({ kind: "embedded", dataDir });
    take(store, dataDir);
  });
  afterAll(async () => {
    await store?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
}
