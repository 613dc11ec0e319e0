import { endRun, readCheck, saveCursor } from "#lib/store/check/checks.ts";
import { releaseLease, takeLease } from "#lib/store/check/lease.ts";
import { savePeople } from "#lib/store/check/people/people.ts";
import { StaleLease, underLease } from "#lib/store/check/write.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import type { StorePlace } from "#lib/store/open/store.ts";
import { openQueue } from "#lib/store/queue/queue.ts";
import { person } from "./rows.ts";

/** A process that runs checks of ten pages each, and says which page of which check it committed. Until it is ended. */
const PAGES = 10;
const [place = "", concurrency = "1"] = process.argv.slice(2);
const store = await openStore(JSON.parse(place) as StorePlace);
const now = () => new Date();
const queue = await openQueue(store, { now, onError: (error) => process.stderr.write(`${String(error)}\n`) });
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(id: string, signal: AbortSignal): Promise<void> {
  const fence = await takeLease(store, id, `${process.pid}`, 3_000);
  if (fence === null) return;
  const lease = { checkId: id, fence };
  const row = await readCheck(store, id);
  for (let page = Number(row?.cursor.list ?? -1) + 1; page < PAGES && !signal.aborted; page++) {
    await underLease(store, lease, now(), async (on) => {
      await savePeople(on, [person(`p${page}@far.example`)]);
      await saveCursor(on, "list", page);
      if (page === PAGES - 1) await endRun(on, row?.inputRev ?? 0, { state: "done" });
    });
    say(`${id} ${page}`);
  }
  await releaseLease(store, lease);
}

await queue.work(
  async (id, signal) => {
    await run(id, signal).catch((error) => {
      if (!(error instanceof StaleLease)) throw error;
    });
  },
  { concurrency: Number(concurrency) },
);
say("ready");
process.once("SIGTERM", async () => {
  await queue.stop({ timeout: 5_000 });
  await store.close();
});
