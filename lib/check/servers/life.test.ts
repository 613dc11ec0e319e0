import { describe, expect, it } from "vitest";
import type { Gate, Refusal } from "#lib/domain/ports/gate.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { Memory, Remembered } from "#lib/domain/ports/ports.ts";
import { readNodeInfo } from "#lib/fediverse/find/nodeinfo.ts";
import { testMemory } from "#testing/memory.ts";
import { lifeOf } from "./life.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const HOUR = 3_600_000;
const START = Date.parse("2026-11-20T00:00:00.000Z");

/** It keeps everything, for nothing here is asked for after its time. */
function keepAll(now: () => Date): Memory {
  const kept = new Map<string, Remembered>();
  return {
    async once(key, make) {
      const found = kept.get(key) ?? { value: (await make()).value, at: now().toISOString() };
      kept.set(key, found);
      return found;
    },
    peek: async (key) => kept.get(key),
    forget: async () => kept.clear(),
  };
}

/** What is said of one host that is asked now and then. */
function watch() {
  let now = new Date(START);
  const memory = keepAll(() => now);
  const wait = (hours: number) => {
    now = new Date(START + hours * HOUR);
  };
  const refusing = (why: Refusal): Gate => ({ ask: async () => ({ ok: false, why, at: now.toISOString() }) });
  const met = async (why: Refusal) => {
    const life = await lifeOf({ memory, now: () => now }, FAR.host, (await readNodeInfo(refusing(why), FAR)).fact);
    return life.known ? life.value.state : life.gap;
  };
  return { memory, wait, met };
}

describe("a server that does not answer", () => {
  it("is silent at first, and counts as dead when a second try fails a day later", async () => {
    const { wait, met } = watch();
    expect(await met("timeout")).toBe("silent");
    wait(23);
    expect(await met("dns")).toBe("silent");
    wait(24);
    expect(await met("timeout")).toBe("dead");
  });

  it("is neither silent nor dead because our name servers did not answer", async () => {
    const { wait, met } = watch();
    expect(await met("resolver")).toBe("our-fault");
    wait(25);
    expect(await met("resolver")).toBe("our-fault");
    expect(await met("timeout")).toBe("silent");
  });

  it.each<Refusal>(["paused", "private-address"])("is not silent again because nobody tried: %s", async (why) => {
    const { wait, met } = watch();
    expect(await met(why)).toBe("unreachable");
    expect(await met("timeout")).toBe("silent");
    wait(25);
    expect(await met(why)).toBe("silent");
    expect(await met("connect")).toBe("dead");
    wait(26);
    expect(await met(why)).toBe("dead");
  });

  it("is not judged where the question was called off or not allowed", async () => {
    const { wait, met } = watch();
    await met("timeout");
    wait(25);
    expect(await met("cancelled")).toBe("not-asked");
    expect(await met("robots")).toBe("refused-robots");
  });

  it("is silent for the first time after it has answered", async () => {
    const { memory, wait, met } = watch();
    await met("timeout");
    wait(1);
    await memory.once(memoryKey(FAR.host, "nodeinfo"), async () => ({
      value: { fact: { known: true } },
      ttlMs: 99 * HOUR,
    }));
    wait(25);
    expect(await met("timeout")).toBe("silent");
  });
});

describe("a server that is looked at once a week", () => {
  const WEEK = 7 * 24;
  const remembering = () => {
    let now = new Date(START);
    const memory = testMemory(() => now);
    const at = async (hours: number, gate: (at: string) => Gate) => {
      now = new Date(START + hours * HOUR);
      const life = await lifeOf(
        { memory, now: () => now },
        FAR.host,
        (await readNodeInfo(gate(now.toISOString()), FAR)).fact,
      );
      return life.known ? life.value.state : life.gap;
    };
    return at;
  };
  const silent = (at: string): Gate => ({ ask: async () => ({ ok: false, why: "timeout", at }) });
  const answers = (at: string): Gate => ({
    ask: async ({ url }) => ({ ok: true, status: 404, url, headers: {}, body: "", at }),
  });

  it("counts as dead when it was silent a week before, too", async () => {
    const at = remembering();
    expect(await at(0, silent)).toBe("silent");
    expect(await at(WEEK + 21, silent)).toBe("dead");
  });

  it("counts anew from each answer on", async () => {
    const at = remembering();
    expect(await at(0, silent)).toBe("silent");
    expect(await at(24, answers)).toBe("alive");
    expect(await at(WEEK, silent)).toBe("silent");
    expect(await at(WEEK + 1, silent)).toBe("silent");
    expect(await at(WEEK + 25, silent)).toBe("dead");
  });
});
