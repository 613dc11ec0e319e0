import type { Tick } from "#lib/domain/ports/tokens.ts";
import type { App } from "#lib/wire.ts";
import type { World } from "#world/start.ts";
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
  { id, key }: { readonly id: string; readonly key: string },
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

/** Up to the end of a check, however often it waits. */
export async function untilEnded(app: App, id: string): Promise<string> {
  let last = "never seen";
  for await (const event of app.watch(id, 0, AbortSignal.timeout(300_000)))
    if (event !== "quiet" && event.event === "state") last = event.data.state;
  return last;
}
