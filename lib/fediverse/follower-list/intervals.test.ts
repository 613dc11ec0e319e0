import { assert, asyncProperty, bigInt, integer, nat, property, scheduler, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { account } from "#testing/answers/mastodon/account.ts";
import { AT } from "#testing/fake-gate.ts";
import { mastodon } from "../software/mastodon.ts";
import { intervalsIn, PARTS, split, written } from "./intervals.ts";
import { type ListOptions, readFollowers } from "./list.ts";
import type { Cursor } from "./pages.ts";

const LIMIT = 80;
const of = (followers: number) => ({
  server: { host: "old.example", webHost: "old.example" },
  user: "ada",
  account: { acct: "ada@old.example", id: "7", followers },
});

/** A list as Mastodon serves it: follows by falling number, bounds on both sides, a next link on every full page, a prev link on all with people. */
function listOf(follows: readonly number[], refuses = (_: number) => false) {
  const sorted = [...follows].sort((one, other) => other - one);
  const asked: string[] = [];
  const gate: Gate = {
    async ask({ url }) {
      asked.push(url);
      if (refuses(asked.length)) return { ok: false, why: "over-budget", at: AT, until: "2026-11-20T12:15:00.000Z" };
      const { searchParams } = new URL(url);
      const [below, above] = [
        Number(searchParams.get("max_id") ?? Infinity),
        Number(searchParams.get("since_id") ?? 0),
      ];
      const page = sorted.filter((follow) => follow < below && follow > above).slice(0, LIMIT);
      const list = url.split("&")[0];
      const next = page.length < LIMIT ? "" : `<${list}&max_id=${page.at(-1)}>; rel="next", `;
      const link = page.length === 0 ? "" : `${next}<${list}&since_id=${page[0]}>; rel="prev"`;
      const body = page.map((follow) => account(`p${follow}`, { acct: `p${follow}@far.example`, uri: undefined }));
      return { ok: true, status: 200, url, at: AT, headers: { link }, body: JSON.stringify(body) };
    },
  };
  return { gate, asked };
}

/** Questions under way are answered together: the number of rounds is the time a slow server takes. */
function inRounds(gate: Gate) {
  let [round, count]: [Promise<void> | undefined, number] = [undefined, 0];
  const next = () =>
    new Promise<void>((resolve) =>
      setImmediate(() => {
        count++;
        round = undefined;
        resolve();
      }),
    );
  const together: Gate = {
    async ask(question) {
      round ??= next();
      await round;
      return await gate.ask(question);
    },
  };
  return { together, rounds: () => count };
}

async function read(gate: Gate, followers: number, options: ListOptions = {}, most = Infinity) {
  const people: string[] = [];
  let cursor: Cursor | null | undefined;
  let pages = 0;
  for await (const step of readFollowers(mastodon, gate, of(followers), { own: true, ...options })) {
    if (step.kind === "end") return { people, end: step, cursor: step.cursor };
    people.push(...step.rows.map(({ acct = "" }) => acct));
    cursor = step.cursor;
    if (++pages >= most) break;
  }
  return { people, cursor };
}

const names = (follows: readonly number[]) => follows.map((follow) => `p${follow}@far.example`).sort();
const crowd = uniqueArray(integer({ min: 1, max: 5000 }), { minLength: 200, maxLength: 900 });

describe("a long list of the mover's own server", () => {
  it("is read in intervals, everybody once", async () => {
    const follows = Array.from({ length: 2000 }, (_, at) => at * 7 + 3);
    const { gate, asked } = listOf(follows);
    const { people, end } = await read(gate, 2000);
    expect(people.sort()).toEqual(names(follows));
    expect(end).toMatchObject({ complete: true, read: 2000 });
    expect(asked.filter((url) => url.includes("since_id")).length).toBe(asked.length - 1);
    expect(asked.length).toBeLessThan(2000 / LIMIT + 8);
  });

  it("has four questions under way at once", async () => {
    const { gate } = listOf(Array.from({ length: 2000 }, (_, at) => at + 1));
    let [now, most] = [0, 0];
    const slow: Gate = {
      async ask(question) {
        most = Math.max(most, ++now);
        const reply = await gate.ask(question);
        now--;
        return reply;
      },
    };
    await read(slow, 2000);
    expect(most).toBe(4);
  });

  it.each([
    ["on one day late in a server's life", (at: number) => 990_000 + at * 5],
    ["on one day early in it", (at: number) => (at < 50 ? 1_000_000 - at * 19_000 : 3000 + at)],
    ["evenly", (at: number) => 1 + at * 500],
  ])("is read by four readers to its end, though people came %s", async (_, follow) => {
    const follows = Array.from({ length: 2000 }, (_, at) => follow(at));
    const { gate, asked } = listOf(follows);
    const { together, rounds } = inRounds(gate);
    const { people } = await read(together, 2000);
    expect(people.sort()).toEqual(names(follows));
    expect(rounds()).toBeLessThan((2000 / LIMIT / 4) * 2);
    expect(asked.length).toBeLessThan((2000 / LIMIT) * 1.5);
  });

  it("names and counts everybody once, in whatever order the pages come", async () => {
    await assert(
      asyncProperty(crowd, scheduler(), async (follows, order) => {
        const { gate } = listOf(follows);
        const reading = read({ ask: order.scheduleFunction(gate.ask) }, follows.length * 5);
        const { people, end } = await order.waitFor(reading);
        expect(people.sort()).toEqual(names(follows));
        expect(end).toMatchObject({ complete: true, read: follows.length });
      }),
      { numRuns: 100 },
    );
  });

  it("is not whole where a full page does not say what comes next", async () => {
    const { gate } = listOf(Array.from({ length: 2000 }, (_, at) => at + 1));
    const ask: Gate["ask"] = async (question) => {
      const reply = await gate.ask(question);
      return reply.ok && question.url.includes("since_id") ? { ...reply, headers: {} } : reply;
    };
    expect((await read({ ask }, 2000)).end).toMatchObject({ complete: false, gap: "bad-answer" });
  });

  it("loses nobody, wherever the follows stand and wherever reading stopped", async () => {
    await assert(
      asyncProperty(crowd, nat(12), async (follows, stop) => {
        const { gate } = listOf(follows);
        const before = await read(gate, 5000, {}, stop + 1);
        const rest = before.cursor ? await read(gate, 5000, { cursor: before.cursor }) : before;
        expect([...new Set([...before.people, ...rest.people])].sort()).toEqual(names(follows));
      }),
      { numRuns: 60 },
    );
  });

  it("goes on after a spent budget from all places it had reached", async () => {
    await assert(
      asyncProperty(crowd, integer({ min: 2, max: 9 }), async (follows, spent) => {
        const { gate } = listOf(follows, (request) => request >= spent);
        const before = await read(gate, 5000);
        if (before.end?.complete) return;
        expect(before.end).toMatchObject({ gap: "over-budget", until: "2026-11-20T12:15:00.000Z" });
        const cursor = before.cursor ?? { via: "api" as const, at: null };
        const rest = await read(listOf(follows).gate, 5000, { cursor });
        expect(rest.end?.complete).toBe(true);
        expect([...new Set([...before.people, ...rest.people])].sort()).toEqual(names(follows));
      }),
      { numRuns: 60 },
    );
  });

  it("takes hardly more pages than it has, however often it is stopped", async () => {
    const follows = Array.from({ length: 6000 }, (_, at) => 500_000 + at * 7);
    let [served, cursor]: [number, Cursor | undefined] = [0, undefined];
    const people = new Set<string>();
    for (let stop = 0; stop < 5; stop++) {
      const { gate, asked } = listOf(follows, (request) => request > 20);
      const pagesLeft = Math.ceil((6000 - people.size) / LIMIT);
      const part = await read(gate, 6000, { pagesLeft, ...defined({ cursor }) });
      for (const acct of part.people) people.add(acct);
      served += Math.min(asked.length, 20);
      expect(asked.length).toBeLessThanOrEqual(20 + PARTS);
      cursor = part.cursor ?? cursor;
      if (part.end?.complete) break;
    }
    expect(people.size).toBe(6000);
    expect(served).toBeLessThan((6000 / LIMIT) * 1.4);
  });

  it("goes on in intervals though the count is not known any more", async () => {
    const follows = Array.from({ length: 500 }, (_, at) => at + 1);
    const { gate } = listOf(follows);
    const { people } = await read(gate, 0, { cursor: { via: "api", at: "400-299,101-0" } });
    expect(people.sort()).toEqual(names(follows.filter((at) => (at < 400 && at > 299) || at < 101)));
  });

  it.each([
    ["short", 500, { own: true }],
    ["of somebody else's server", 5000, { own: false }],
  ])("that is %s is read page by page", async (_, count, options) => {
    const follows = Array.from({ length: 400 }, (_, at) => at + 1);
    const { gate, asked } = listOf(follows);
    const { people, end } = await read(gate, count, options);
    expect([people.length, end?.complete, asked.some((url) => url.includes("since_id"))]).toEqual([400, true, false]);
  });
});

describe("split", () => {
  it("leaves no number out and none twice", async () => {
    await assert(
      property(bigInt({ min: 1n, max: 10n ** 20n }), bigInt({ min: 1n, max: 10n ** 20n }), (from, follow) => {
        const inside = (split(String(from)) ?? []).filter(
          ({ below, above }) => follow < BigInt(below) && follow > BigInt(above),
        );
        expect(inside).toHaveLength(follow < from ? 1 : 0);
      }),
    );
  });

  it.each(["01HZX", "", "-1", "1-2"])("%j is no number", (from) => {
    expect(split(from)).toBeUndefined();
  });

  it("writes what it reads", () => {
    expect(intervalsIn(written(split("4000") ?? []))).toEqual(split("4000"));
    expect(intervalsIn("41")).toBeUndefined();
  });
});
