import { afterAll, beforeAll } from "vitest";
import type { Scenario } from "#world/make/scenario.ts";
import { type Ask, askOf, type Heard } from "#world/serve/ask.ts";
import { type Options, startWorld, type World } from "#world/start.ts";

/** A world for the tests of one `describe`, with short ways of asking. */
export function inWorld(scenario: Partial<Scenario>, options: Options = {}) {
  let world: World | undefined;
  let ask: ReturnType<typeof askOf> | undefined;
  beforeAll(async () => {
    world = await startWorld({ ...PLAIN, ...scenario }, options);
    ask = askOf(world);
  });
  afterAll(() => world?.stop());

  const get = (url: string, how?: Ask): Promise<Heard> => {
    if (!ask) throw new Error("the world has not begun");
    return ask(`https://${url}`, how);
  };
  return {
    get,
    post: (url: string, body: unknown) => get(url, { method: "POST", body }),
    /** As servers ask each other. */
    activity: (url: string, headers = {}) => get(url, { headers: { accept: "application/activity+json", ...headers } }),
    world: () => {
      if (!world) throw new Error("the world has not begun");
      return world;
    },
  };
}

export const PLAIN: Scenario = {
  name: "a test",
  about: "One follower on one server.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  followers: { "far.test": ["bo"] },
};

/** What a server that signs its questions would send, with a value nobody can check. */
export const signedAt = (now: number): Readonly<Record<string, string>> => ({
  date: new Date(now).toUTCString(),
  signature: `keyId="https://asker.test/actor#main-key",algorithm="rsa-sha256",headers="(request-target) host date",signature="${"A".repeat(342)}=="`,
});
