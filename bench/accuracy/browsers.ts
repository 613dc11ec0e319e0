import { deviceOf } from "#lib/wire.ts";
import { openPushService, type PushService } from "#world/push/push-service.ts";
import type { Listening, Look, Visit } from "./live-on.ts";

/** By name. */
export function openBrowsers() {
  const endpoints = new Map<string, string>();
  const [asked, lost] = [new Set<string>(), new Set<string>()];
  let push: PushService | undefined;
  const there = (): PushService => {
    if (!push) throw new Error("no push service yet");
    return push;
  };
  const at = (name: string): string => endpoints.get(name) ?? "";
  const nameAt = (endpoint: string): string => [...endpoints].find(([, one]) => one === endpoint)?.[0] ?? "nobody";
  const listening: Listening = {
    open(now) {
      push = openPushService("push.test", now);
      return push;
    },
    audience() {
      const many = asked.size;
      // A browser that is gone is written to once more.
      for (const name of lost) asked.delete(name);
      return many;
    },
  };
  return {
    listening,
    subscribe:
      (...names: readonly string[]): Visit =>
      async ({ app, id }) => {
        for (const name of names) {
          const given = there().subscribe(app.pushes?.publicKey ?? "");
          endpoints.set(name, given.endpoint);
          asked.add(name);
          const kept = await app.pushes?.subscribe(id, deviceOf(given.endpoint), given);
          if (kept !== "kept") throw new Error(`${name} is not told: ${kept}`);
        }
      },
    leave:
      (name: string): Visit =>
      async ({ app, id }) => {
        asked.delete(name);
        await app.pushes?.unsubscribe(id, deviceOf(at(name)));
      },
    /** Its maker's push service knows it no more. */
    forget:
      (name: string): Visit =>
      async () => {
        lost.add(name);
        there().answers(at(name), 410);
      },
    /** Each look that told somebody: the day, whom, and what. */
    toldIn: (looks: readonly Look[]) =>
      looks
        .filter(({ notices }) => notices.length > 0)
        .map(({ day, notices }) => ({
          day,
          who: notices.map(([endpoint]) => nameAt(endpoint)).sort(),
          what: [...new Set(notices.map(([, text]) => text))],
        })),
    /** Since the last look. */
    unread: (): number => there().told.length,
  };
}
