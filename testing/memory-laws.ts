import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import type { Same } from "./ledger-laws.ts";

/** What every Memory owes. `pass` moves the clock the memory was opened with. */
export type MemoryUnderTest = { readonly memory: Memory; readonly pass: (ms: number) => void };
export type MemoryLaw = {
  readonly name: string;
  readonly holds: (under: MemoryUnderTest, host: string, same: Same) => Promise<void>;
};

const MINUTE = 60_000;

/** Something to fetch that counts how often it was, and can be held back. */
function fetched(value: unknown, ttlMs: number) {
  const state = { times: 0, open: () => {} };
  const gate = new Promise<void>((open) => {
    state.open = open;
  });
  const make = async () => {
    state.times += 1;
    await gate;
    return { value, ttlMs };
  };
  return { state, make, times: () => state.times };
}

const failing = (times: { count: number }) => async (): Promise<never> => {
  times.count += 1;
  throw new Error("the maker failed");
};

export const memoryLaws: readonly MemoryLaw[] = [
  {
    name: "of many who want the same at once, one fetches it",
    async holds({ memory }, host, same) {
      const thing = fetched({ deep: ["value", null, 1] }, MINUTE);
      const all = Array.from({ length: 20 }, () => memory.once(memoryKey(host, "thing"), thing.make));
      thing.state.open();
      const values = (await Promise.all(all)).map((one) => one.value);
      same(values, Array(20).fill({ deep: ["value", null, 1] }), "everybody has the value");
      same(thing.times(), 1, "fetched");
    },
  },
  {
    name: "who wants it newer has it fetched again, and everybody has the new one",
    async holds({ memory, pass }, host, same) {
      const thing = fetched("asked twice", MINUTE);
      thing.state.open();
      const key = memoryKey(host, "thing");
      const first = await memory.once(key, thing.make);
      same(await memory.once(key, thing.make, new Date(first.at)), first, "new enough");
      pass(2);
      const again = await memory.once(key, thing.make, new Date(Date.parse(first.at) + 1));
      same([thing.times(), again.at > first.at], [2, true], "fetched");
      same(await memory.once(key, thing.make), again, "for everybody");
    },
  },
  {
    name: "a value is kept for its time and no longer",
    async holds({ memory, pass }, host, same) {
      const thing = fetched("kept", MINUTE);
      thing.state.open();
      const key = memoryKey(host, "thing");
      const first = await memory.once(key, thing.make);
      pass(MINUTE - 1);
      same(await memory.once(key, thing.make), first, "the same value with the time it was fetched");
      same(await memory.peek(key), first, "peeked");
      pass(1);
      same(await memory.peek(key), undefined, "peeked too late");
      await memory.once(key, thing.make);
      same(thing.times(), 2, "fetched");
    },
  },
  {
    name: "peeking fetches nothing, and what has no time to live is not kept",
    async holds({ memory }, host, same) {
      const key = memoryKey(host, "thing");
      same(await memory.peek(key), undefined, "before");
      const thing = fetched("brief", 0);
      thing.state.open();
      same((await memory.once(key, thing.make)).value, "brief", "handed on");
      same(await memory.peek(key), undefined, "after");
    },
  },
  {
    name: "a failure reaches all who wait and is not kept",
    async holds({ memory }, host, same) {
      const key = memoryKey(host, "thing");
      const times = { count: 0 };
      const fail = failing(times);
      const all = await Promise.allSettled([memory.once(key, fail), memory.once(key, fail)]);
      same(
        all.map(({ status }) => status),
        ["rejected", "rejected"],
        "both",
      );
      const thing = fetched("well", MINUTE);
      thing.state.open();
      same((await memory.once(key, thing.make)).value, "well", "the next try");
    },
  },
  {
    name: "forgetting a host drops all about it and nothing else",
    async holds({ memory }, host, same) {
      const thing = fetched("held", MINUTE);
      thing.state.open();
      const keys = [
        memoryKey(host, "a"),
        memoryKey(host, "b/c"),
        memoryKey(`x${host}`, "a"),
        memoryKey(`${host}x`, "a"),
      ];
      for (const key of keys) await memory.once(key, thing.make);
      await memory.forget(host);
      const left = await Promise.all(keys.map(async (key) => (await memory.peek(key)) !== undefined));
      same(left, [false, false, true, true], "what is left");
    },
  },
];
