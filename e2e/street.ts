import { test as base } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS, type ScenarioName } from "#world/scenarios/index.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import { startWorld, type World } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { type App, type House, openApp } from "./house.ts";

/** One copy of the app in front of many simulated fediverses: starting it once for each would take minutes. */
export type Street = App & {
  readonly worlds: ReadonlyMap<string, World>;
  /** An address of a scenario, as this street calls it. */
  readonly named: (scenario: string, text: string) => string;
  /** The app as it stands in front of one of them. */
  readonly house: (scenario: string) => House;
};

export async function openStreet(scenarios: Readonly<Record<string, Scenario | ScenarioName>>): Promise<Street> {
  const numbers = new Map(Object.keys(scenarios).map((name, number) => [name, number]));
  const named = (name: string, text: string) => numbered(text, numbers.get(name) ?? 0);
  const authority = makeAuthority();
  const worlds = new Map<string, World>();
  for (const [name, scenario] of Object.entries(scenarios)) {
    const told = JSON.stringify(typeof scenario === "string" ? SCENARIOS[scenario] : scenario);
    worlds.set(name, await startWorld(JSON.parse(named(name, told)) as Scenario, { authority }));
  }
  const wayIn = openWayIn({ routes: [...worlds.values()].map(routesOf).join(","), caPem: authority.caPem });
  const app = await openApp(wayIn);
  const houses = new Map(
    [...worlds].map(([name, world]): [string, House] => [
      name,
      { ...app, world, dataDir: wayIn.folder, named: (text) => named(name, text) },
    ]),
  );
  return {
    ...app,
    worlds,
    named,
    house(name) {
      const house = houses.get(name);
      if (!house) throw new Error(`${name} is not on this street`);
      return house;
    },
    async close() {
      await app.close();
      await Promise.all([...worlds.values()].map((world) => world.stop()));
      wayIn.close();
    },
  };
}

/** All tests of a worker share one app in front of these worlds. */
export const onStreet = (scenarios: Readonly<Record<string, Scenario | ScenarioName>>) =>
  base.extend<object, { street: Street }>({
    street: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
      async ({}, use) => {
        const street = await openStreet(scenarios);
        await use(street);
        await street.close();
      },
      { scope: "worker", timeout: 240_000 },
    ],
    baseURL: async ({ street }, use) => use(street.url),
  });

/** The same names stand in every scenario; the number goes into the last label but one, so that `a.b.test` stays below `b.test`. */
const numbered = (text: string, number: number): string =>
  text.replaceAll(/([^\s"@/.:*]+)\.test\b/gu, (_, label: string) => `${label}-${number}.test`);

/** Each server by its name; the world's own routes for servers that are nowhere are the more exact ones and kept. */
function routesOf({ state, port, routes }: World): string {
  const nowhere = routes.split(",").filter((route) => !route.startsWith("*."));
  const taken = new Set(nowhere.map((route) => route.split("=")[0]));
  const hosts = [...state.servers].flatMap(([host, server]) => [host, server.web ?? host]);
  const here = [...new Set(hosts)].filter((host) => !taken.has(host)).map((host) => `${host}=127.0.0.1:${port}`);
  return [...here, ...nowhere].join(",");
}
