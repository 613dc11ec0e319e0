import { expect, test } from "vitest";
import type { Gate, Reply } from "#lib/domain/ports/gate.ts";
import { patchCheck, readCheck } from "#lib/store/check/checks.ts";
import { keysToLetIn, wantLetIn } from "#lib/store/check/people/let-in.ts";
import { savePeople } from "#lib/store/check/people/people.ts";
import { underLease, type Writing } from "#lib/store/check/write.ts";
import { check, is, NEW, TARGET } from "#testing/sample.ts";
import { leased, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import type { CheckDeps } from "../state/deps.ts";
import type { Run } from "../state/run-lease.ts";
import { openRunState } from "../state/run-state.ts";
import { letThemIn } from "./let-in.ts";
import { LETTING_IN } from "./letting-in.ts";

const BO = person("bo@far.example", { in: [], waits: [TARGET] });
const SIDE = { ...NEW, software: is({ name: "mastodon", version: "4.6.5" }) };
const ACCOUNT = { acct: "alice@new.example", host: SIDE.webHost, rights: [], keptUntil: T0.toISOString() };
const LET_IN = { wanted: 1, in: 0, gone: 0 };

/** What the gate says of a question when its token is not held any more, and of a server that is silent. */
const NOTHING: Record<"stopped" | "silent", Reply> = {
  stopped: { ok: false, why: "cancelled", at: T0.toISOString() },
  silent: { ok: false, why: "timeout", at: T0.toISOString() },
};

overStores((store) => {
  /** One person waits; `read`: the server's requests were read by then, and the next question is the yes. */
  async function ended(id: string, how: keyof typeof NOTHING, read: boolean): Promise<string | undefined> {
    const lease = await leased(store(), id);
    const write = <T>(_: string, body: (on: Writing) => Promise<T>) => underLease(store(), lease, T0, body);
    await write("seed", async (on) => {
      await savePeople(on, [BO]);
      await wantLetIn(on, TARGET);
      if (read) await keysToLetIn(on, [{ acct: BO.acct, key: "7" }]);
      const signIns = [{ ...ACCOUNT, at: T0.toISOString(), side: "new" as const, letIn: LET_IN }];
      const cursor = read ? { [LETTING_IN]: { at: null, waiting: 1, done: true } } : {};
      await patchCheck(on, { signIns, cursor });
    });
    let isHeld = true;
    const asked: string[] = [];
    const gate: Gate = {
      async ask({ url }) {
        asked.push(url);
        isHeld = how === "silent";
        return NOTHING[how];
      },
    };
    const pass = { signedIn: { host: SIDE.webHost, token: "t" }, accountId: "1" };
    const tokens = { of: async () => (isHeld ? pass : undefined), drop: async () => [] };
    const deps = { store: store(), gate, tokens, now: () => T0 } as unknown as CheckDeps;
    const run: Run = { id, deps, signal: new AbortController().signal, write, inTurn: (body) => body() };
    const row = await readCheck(store(), id);
    if (!row) throw new Error("It was just made.");
    expect(await letThemIn(run, openRunState(row, check({ targets: [SIDE] })))).toBeUndefined();
    expect(asked).toHaveLength(1);
    return (await readCheck(store(), id))?.signIns?.[0]?.letIn?.end;
  }

  test.each([
    ["while the requests are read", false],
    ["while a yes is under way", true],
  ])("whoever stops it %s is told that, and not that the server gave no answer", async (_, read) => {
    expect(await ended(`stopped ${read}`, "stopped", read)).toBe("stopped");
    expect(await ended(`silent ${read}`, "silent", read)).toBe("unreachable");
  });
});
