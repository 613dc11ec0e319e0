import { expect, it } from "vitest";
import type { Answer, Gate, Reply } from "#lib/domain/ports/gate.ts";
import { watchStanding } from "./our-standing.ts";

const FAR = { host: "far.example", webHost: "web.far.example" };
const AT = "2026-11-20T12:00:00.000Z";
const answer = (status: number, more: Partial<Answer> = {}): Answer => ({
  ...{ ok: true, status, url: "https://web.far.example/users/bo", headers: {}, body: "", at: AT },
  ...more,
});
const turnedAway = (more: Partial<Answer> = {}) =>
  answer(403, { signed: true, ours: "refused-us", believedElsewhere: true, ...more });

async function standing(...replies: readonly Reply[]) {
  const left = [...replies];
  const gate: Gate = { ask: async () => left.shift() ?? answer(404) };
  const watched = watchStanding(gate);
  for (const _ of replies) await watched.gate.ask({ url: "https://web.far.example/users/bo" });
  return watched.refusesSigned(FAR);
}

it("is told by an empty 403 to what we signed, where others believe our signature", async () =>
  expect(await standing(turnedAway())).toEqual({
    ...{ known: true, value: true },
    source: { kind: "network", url: "https://web.far.example/users/bo", at: AT, status: 403 },
  }));

it("is fine where what we signed is answered, whatever came before", async () =>
  expect(await standing(turnedAway(), answer(200, { signed: true, body: "{}" }))).toMatchObject({ value: false }));

it.each<[string, Reply]>([
  ["nobody else is known to believe our signature", answer(403, { signed: true, ours: "refused-us" })],
  ["the 403 has words in it, as a proxy's", turnedAway({ body: "<html>Forbidden</html>" })],
  ["our signature was refused", answer(401, { signed: true, ours: "signature-refused" })],
  ["it could not reach us", answer(503, { signed: true, ours: "our-fault" })],
  ["nothing was signed", answer(403)],
  ["another host answered after a redirect", turnedAway({ url: "https://else.example/" })],
  ["nobody answered", { ok: false, why: "timeout", at: AT }],
])("is not known where %s", async (_, reply) => expect(await standing(reply)).toBeUndefined());
