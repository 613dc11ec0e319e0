import { createCheck, saveCursor } from "#lib/store/check/checks.ts";
import { takeLease } from "#lib/store/check/lease.ts";
import { savePeople } from "#lib/store/check/people/people.ts";
import { underLease } from "#lib/store/check/write.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import type { StorePlace } from "#lib/store/open/store.ts";
import { newCheck, person } from "./rows.ts";

/** Reads a list without end, and says the number of each page once it is committed. Until it is killed. */
const [id = "", place = ""] = process.argv.slice(2);
const store = await openStore(JSON.parse(place) as StorePlace);
/** Longer than a test takes: nobody renews it. */
const HOUR = 3_600_000;
const now = () => new Date();
await createCheck(store, newCheck(id, { createdAt: now() }));
const fence = (await takeLease(store, id, "child", HOUR)) ?? 0;
for (let page = 0; ; page++) {
  await underLease(store, { checkId: id, fence }, now(), async (on) => {
    await savePeople(on, [person(`a${page}@far.example`), person(`b${page}@far.example`)]);
    await saveCursor(on, "collect-old", page);
  });
  process.stdout.write(`${page}\n`);
}
