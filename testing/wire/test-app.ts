import { join } from "node:path";
import { readConfig } from "#lib/config.ts";
import { defined } from "#lib/flow/defined.ts";
import { type App, openApp } from "#lib/wire.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { ScenarioName } from "#world/scenarios/index.ts";
import type { Reach } from "#world/serve/signer-key.ts";
import { type Options, startWorld, type World } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { freshDatabase } from "../store/template.ts";

type AppOptions = Options & {
  readonly now?: () => Date;
  /** Makes the app sign what it asks; the world fetches its key, which is answered in this process. */
  readonly publicUrl?: string;
  /** While it says so, nobody can fetch that key. */
  readonly isAway?: () => boolean;
  readonly hints?: "off" | "fediseer" | "lists" | "all";
  readonly fires?: string;
};

/** A world and an app with an empty database, for the tests of one file. */
export type TestApp = { readonly app: App; readonly world: World; close(): Promise<void> };

export async function openTestApp(
  scenario: Scenario | ScenarioName,
  { now, publicUrl, isAway, hints, fires, ...options }: AppOptions = {},
): Promise<TestApp> {
  const reach: Reach = async (url) => {
    if (isAway?.()) throw new Error("Connection refused");
    return documentAt(app, url);
  };
  const world = await startWorld(scenario, { ...(publicUrl ? { reach } : {}), ...options });
  const wayIn = openWayIn(world);
  const config = readConfig({ ...wayIn.env, LIMITS: "off", PUBLIC_URL: publicUrl, HINTS: hints, FIRES: fires });
  const dataDir = join(wayIn.folder, "data");
  await freshDatabase(dataDir);
  const app: App = await openApp(config, { place: { kind: "embedded", dataDir }, ...defined({ now }) });
  return {
    ...{ app, world },
    async close() {
      await app.close();
      await world.stop();
      wayIn.close();
    },
  };
}

/** What this app answers to whoever fetches its key or asks whose name it is. */
export function documentAt({ ownDocuments, config }: App, url: string): Awaited<ReturnType<Reach>> {
  const { origin, pathname, search } = new URL(url);
  const found = origin === config.publicUrl ? ownDocuments?.(pathname + search) : undefined;
  if (!found) return { status: 404, type: "text/plain", body: undefined };
  const { status, type, body } = found;
  return { status, type, body: type.includes("json") ? JSON.parse(body) : body };
}
