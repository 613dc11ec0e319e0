import { readFileSync } from "node:fs";
import { readFollowers } from "#lib/fediverse/follower-list/list.ts";
import type { Cursor } from "#lib/fediverse/follower-list/pages.ts";
import { mastodon } from "#lib/fediverse/software/mastodon.ts";
import { defined } from "#lib/flow/defined.ts";
import { parseRoutes } from "#lib/net/connect/routes.ts";
import { openGate } from "#lib/net/gate.ts";
import { openLedger } from "#lib/store/ledger/ledger.ts";
import { openMemory } from "#lib/store/memory/memory.ts";
import { openStore } from "#lib/store/open/open-store.ts";

/** A process that reads one long list, and stops and goes on at the minutes it is told. */
export type Task = { readonly at: number };
export type Progress = { readonly met: number; readonly complete: boolean; readonly until?: string };

const [url = "", routes = "", caFile = "", followers = "0"] = process.argv.slice(2);
let ms = 0;
const now = () => new Date(ms);
const parsed = parseRoutes(routes);
if (!parsed.ok) throw new Error(parsed.problem);
const store = await openStore({ kind: "postgres", url });
const gate = openGate({
  ...{ ledger: await openLedger(store, now), memory: openMemory(store, now), now },
  ...{ routes: parsed.routes, ca: readFileSync(caFile, "utf8"), userAgent: "test", robots: "polite" },
  optOut: () => false,
});
const server = { host: "old.test", webHost: "old.test" };
const idOf = async (): Promise<string> => {
  const reply = await gate.ask({ url: "https://old.test/api/v1/accounts/lookup?acct=alice", own: true });
  return reply.ok ? String((reply.body as { id: string }).id) : "";
};
let id = "";
const met = new Set<string>();
let cursor: Cursor | undefined;

process.on("message", ({ at }: Task) => {
  ms = at;
  void read().then((progress) => process.send?.(progress));
});
process.send?.({ met: 0, complete: false });

async function read(): Promise<Progress> {
  id ||= await idOf();
  const account = { acct: "alice@old.test", id, followers: Number(followers) };
  const of = { server, user: "alice", account };
  const pagesLeft = Math.ceil((Number(followers) - met.size) / 80);
  for await (const step of readFollowers(mastodon, gate, of, { own: true, pagesLeft, ...defined({ cursor }) })) {
    cursor = step.cursor ?? cursor;
    if (step.kind === "end")
      return { met: met.size, complete: step.complete, ...(step.until ? { until: step.until } : {}) };
    for (const { acct } of step.rows) met.add(acct ?? "");
  }
  throw new Error("a list that does not say how it ended");
}
