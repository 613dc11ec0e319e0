import fc from "fast-check";
import { expect, test } from "vitest";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { mutated } from "#testing/strangers/mutated.ts";
import { comeBackByMiAuth } from "./miauth.ts";
import { comeBack, discover, leave, revoke, testApp } from "./oauth.ts";
import { placesOf } from "./places.ts";
import { endOf } from "./return.ts";
import { askWhose } from "./whose.ts";

/** Whatever a server answers while somebody signs in is an end like others, never a mistake of ours. */
const RUNS = process.env.PROVE ? 5_000 : 300;
const HOST = "far.example";
const AT = `https://${HOST}`;
const SOUND: readonly unknown[] = [
  { access_token: "t", token_type: "Bearer", scope: "read:follows", created_at: 1 },
  { issuer: AT, authorization_endpoint: `${AT}/a`, token_endpoint: `${AT}/t`, scopes_supported: ["read"] },
  { id: "1", username: "ada", uri: `${AT}/users/ada` },
  { ok: true, token: "t", user: {} },
  { error: "invalid_client", error_description: "no" },
  { client_id: "1", client_secret: "s" },
];
const answers = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 204, 205, 304, 400, 401, 422, 500, 999),
    fc.integer({ min: 200, max: 999 }),
  ),
  type: fc.constantFrom("application/json", "text/html", "application/json; charset=utf-8", "", "漢字", undefined),
  body: fc.oneof(
    { weight: 4, arbitrary: mutated(SOUND).map((value) => JSON.stringify(value) ?? "") },
    { weight: 1, arbitrary: fc.string() },
  ),
});
type Answer = typeof answers extends fc.Arbitrary<infer T> ? T : never;

const answering = ({ status, type, body }: Answer): Gate => ({
  ask: async ({ url }) => {
    const headers: Readonly<Record<string, string>> = type === undefined ? {} : { "content-type": type };
    return { ok: true, status, url, headers, at: "2026-11-20T12:00:00.000Z", body };
  },
});
const places = placesOf(HOST, undefined);
if (places === "elsewhere") throw new Error("The usual paths are at the host itself.");
const client = { id: "1", secret: "s", rights: ["read:follows"] };
const back = "https://housewarming.example/signin/back/far.example";
const told = new URLSearchParams({ code: "c", state: "s" });
const signedIn = { host: HOST, token: "t", person: "ada" } as never;

const STEPS: Readonly<Record<string, (gate: Gate) => Promise<unknown>>> = {
  "where it takes part in OAuth": (gate) => discover(gate, HOST),
  "whether it knows our app": (gate) => testApp(gate, places, client),
  "a token for a code": (gate) =>
    comeBack(gate, { places, client, back, rights: client.rights, state: "s", verifier: "v".repeat(43), told }),
  "a token for a session": (gate) => comeBackByMiAuth(gate, HOST, "session", client.rights),
  "whose token it is": (gate) => askWhose(gate, { flow: "oauth" }, signedIn, `${AT}/userinfo`),
  "whose token it is, on Misskey": (gate) => askWhose(gate, { flow: "miauth" }, signedIn),
  "a token given back": (gate) => revoke(gate, places, client, "t"),
};

test.each(Object.entries(STEPS))(
  "%s",
  async (_, step) => {
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const end = await step(answering(answer)).catch(endOf);
        expect(() => JSON.stringify(end)).not.toThrow();
      }),
      { numRuns: RUNS },
    );
  },
  120_000,
);

test("an address to leave for is a real one, whatever the document names", async () => {
  await fc.assert(
    fc.asyncProperty(mutated(SOUND), async (document) => {
      const found = placesOf(HOST, document);
      if (found === "elsewhere") return;
      const { url } = await leave({ places: found, client, back, rights: client.rights, state: "s" });
      expect(new URL(url)).toMatchObject({ protocol: "https:", hostname: HOST, port: "", username: "" });
    }),
    { numRuns: RUNS },
  );
});
