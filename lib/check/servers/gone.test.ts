import { describe, expect, it } from "vitest";
import { gap, known } from "#lib/domain/evidence/fact.ts";
import type { Life } from "#lib/domain/evidence/server.ts";
import { type Answers, AT, fakeGate } from "#testing/fake-gate.ts";
import { fromSnapshot, is, person, server } from "#testing/sample.ts";
import { confirmGone, findClosedDown } from "./gone.ts";

const FAR = { host: "far.example", webHost: "far.example" };
const URI = "https://far.example/users/bo";
const FINGER = "https://far.example/.well-known/webfinger?resource=acct%3Abo%40far.example";
const BO = person("bo", { uri: URI });
const GONE = { status: 410, body: { error: "Gone" } };

describe("a server whose NodeInfo is gone", () => {
  const silent = known<Life>({ state: "silent", since: AT }, { kind: "network", at: AT, status: 410 });
  const confirmed = async (answers: Answers, people = [BO], life = silent) => {
    const gate = fakeGate(answers);
    return [await confirmGone({ gate }, FAR, life, people), gate.asked.length];
  };

  it("is gone where WebFinger and an actor are gone too", async () => {
    expect(await confirmed({ [FINGER]: GONE, [URI]: GONE })).toMatchObject([
      { value: { state: "gone", by: "everything" } },
      2,
    ]);
  });

  it.each<[string, Answers, number]>([
    ["WebFinger answers", { [FINGER]: { body: {} }, [URI]: GONE }, 1],
    ["the actor answers", { [FINGER]: GONE, [URI]: { status: 404 } }, 2],
  ])("is not gone where %s", async (_, answers, asked) => {
    expect(await confirmed(answers)).toEqual([silent, asked]);
  });

  it("is asked no more where no actor is known, or it was only silent", async () => {
    expect(await confirmed({}, [fromSnapshot("bo")])).toEqual([silent, 0]);
    const down = known<Life>({ state: "silent", since: AT }, { kind: "network", at: AT });
    expect(await confirmed({}, [BO], down)).toEqual([down, 0]);
  });
});

describe("a server that closes itself down", () => {
  const source = { kind: "network", at: AT, status: 410 } as const;
  const facts = server("mastodon", { onOld: { sight: gap("not-offered", source) } });

  it("is gone by its API and an actor that a list had named, though it describes itself", async () => {
    const told = await findClosedDown({ gate: fakeGate({ [URI]: GONE }) }, facts, [BO]);
    expect(told).toMatchObject({ value: { state: "gone", by: "api-and-actors" } });
  });

  it.each<[string, typeof facts, Answers, readonly (typeof BO)[]]>([
    ["the actor answers", facts, { [URI]: { status: 200, body: {} } }, [BO]],
    ["nobody's actor is known", facts, {}, [fromSnapshot("bo")]],
    [
      "the API answers",
      server("mastodon", { onOld: { sight: is({ seen: "absent" as const }) } }),
      { [URI]: GONE },
      [BO],
    ],
  ])("is not gone where %s", async (_, said, answers, people) => {
    expect(await findClosedDown({ gate: fakeGate(answers) }, said, people)).toBeUndefined();
  });
});
