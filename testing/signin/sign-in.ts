import type { Tick } from "#lib/domain/ports/tokens.ts";
import { defined } from "#lib/flow/defined.ts";
import type { App } from "#lib/wire.ts";
import type { World } from "#world/start.ts";
import type { TestApp } from "../wire/test-app.ts";
import { type Arrived, visitorOf } from "./visitor.ts";

type On = { readonly app: App; readonly world: Pick<World, "port" | "caPem"> };
type Who = {
  readonly side: "old" | "new";
  readonly user: string;
  readonly decision?: "allow" | "deny";
  readonly ticks?: readonly Tick[];
};

/** Sets out from a check and comes back to it, as a browser does. What became of it. */
export async function signInTo(
  { app, world }: On,
  { id, key }: Made,
  { side, user, decision = "allow", ticks = [] }: Who,
) {
  const begun = await app.signIns.begin(id, key, { use: side, ticks });
  if (begun === null || begun === "off" || !begun.ok) return { begun };
  const arrived = await visitorOf(world).go(begun.url, user, decision);
  if (!("back" in arrived)) return { begun, arrived };
  return { begun, arrived, came: await comeBack(app, arrived, begun.cookie) };
}

type Cookie = { readonly name: string; readonly value: string };

export const comeBack = (app: App, { back }: Extract<Arrived, { back: URL }>, cookie?: Cookie) =>
  app.signIns.receive({
    host: back.pathname.split("/").at(-1) ?? "",
    query: back.searchParams,
    cookie: (name) => (name === cookie?.name ? cookie.value : undefined),
  });

export type Made = { readonly id: string; readonly key: string };

/** A check of alice's move, made to its end, with everybody known from before. `to`: the new address, where she types it. */
export async function checkedMove({ app, world }: TestApp, to?: string): Promise<Made> {
  const before = { kind: "snapshot" as const, handles: world.truth.followers.map(({ acct }) => acct) };
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", before, ...defined({ new: to }) });
  if (!made.ok) throw new Error("not made");
  await untilEnded(app, made.created.id);
  return made.created;
}

/** Up to the end of a check, however often it waits. */
export async function untilEnded(app: App, id: string): Promise<string> {
  let last = "never seen";
  for await (const event of app.watch(id, 0, AbortSignal.timeout(300_000)))
    if (event !== "quiet" && event.event === "state") last = event.data.state;
  return last;
}
