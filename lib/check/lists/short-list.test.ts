import { describe, expect, it } from "vitest";
import { known } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Ask } from "#lib/domain/ports/gate.ts";
import type { EndStep } from "#lib/fediverse/follower-list/pages.ts";
import { NEW } from "#testing/sample.ts";
import type { Run } from "../state/run-lease.ts";
import { isShort, wholeOrShort } from "./short-list.ts";

const AT = "2026-11-20T12:00:00.000Z";
const source = { kind: "network", at: AT } as const;

describe("isShort", () => {
  it.each([
    ["as many as are counted", 100, 100, false],
    ["more than are counted", 120, 100, false],
    ["a small list of which some are suspended", 5, 25, false],
    ["a long list of which some are suspended", 850, 1_000, false],
    ["one page of a long list", 80, 4_000, true],
    ["a third of them is left out", 200, 300, true],
  ])("%s", (_, read, count, short) => expect(isShort(read, count)).toBe(short));
});

describe("a list that came to its end", () => {
  const end: EndStep = { kind: "end", complete: true, source, read: 30 };
  const of = (name: string, followers: number): Side => ({
    ...NEW,
    software: known({ name, version: "4.6.5" }, source),
    account: known({ acct: "alice@new.example", id: "1", followers }, source),
  });
  async function judged(side: Side, countsNow: number | "silent", given = end) {
    const asked: Ask[] = [];
    const body = JSON.stringify({ id: "1", username: "alice", acct: "alice", followers_count: countsNow });
    const gate = {
      ask: async (ask: Ask) => {
        asked.push(ask);
        if (countsNow === "silent") return { ok: false, why: "timeout", at: AT } as const;
        return { ok: true, status: 200, url: ask.url, headers: {}, at: AT, body } as const;
      },
    };
    const run = { deps: { gate } } as unknown as Run;
    return { told: await wholeOrShort(run, side, given, 30), asked };
  }

  it("is not whole far below what a Mastodon counts, then and now", async () => {
    const { told, asked } = await judged(of("mastodon", 300), 290);
    expect(told).toEqual({ ...end, complete: false, gap: "hidden-by-server", counted: 290 });
    expect(asked).toMatchObject([{ own: true, anew: true }]);
  });

  it("is not whole where the count cannot be asked for again", async () =>
    expect((await judged(of("mastodon", 300), "silent")).told).toMatchObject({ complete: false, counted: 300 }));

  it("is whole where fewer are counted by now: they left while it was read", async () =>
    expect((await judged(of("mastodon", 300), 31)).told).toBe(end));

  it.each([
    ["what is counted", of("mastodon", 33)],
    ["a Hollo's count, which may say anything", of("hollo", 213)],
    ["a GoToSocial's, which keeps those who left", of("gotosocial", 300)],
  ])("is whole by %s, and nobody is asked", async (_, side) => {
    const { told, asked } = await judged(side, 300);
    expect(told).toBe(end);
    expect(asked).toEqual([]);
  });

  it("that broke off stays so", async () => {
    const broken: EndStep = { kind: "end", complete: false, gap: "unreachable", read: 30 };
    expect((await judged(of("mastodon", 300), 300, broken)).told).toBe(broken);
  });
});
