import { expect, it } from "vitest";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { fakeGate } from "#testing/fake-gate.ts";
import { nameThem } from "./naming.ts";

const WEB = "social.far.example";
const at = (user: string) => `https://${WEB}/users/${user}`;
const finger = (acct: string, self: string) => ({
  [`https://far.example/.well-known/webfinger?resource=acct%3A${encodeURIComponent(acct)}`]: {
    body: { subject: `acct:${acct}`, links: [{ rel: "self", type: "application/activity+json", href: self }] },
  },
});

/** People of a server whose lists name addresses, and what it is asked until they have names. */
async function named(handles: readonly Acct[], answers: Parameters<typeof fakeGate>[0]) {
  const gate = fakeGate(answers);
  const given: Acct[] = [];
  const server = { host: WEB, webHost: WEB };
  await nameThem(
    { asker: { gate }, adapter: adapterFor({ name: "gotosocial" }), server },
    {
      around: async () => [at("jan"), at("jo")],
      handles: async () => handles,
      give: async (namings) => void given.push(...namings.map(({ acct }) => acct)),
    },
  );
  return { given, asked: gate.asked.length };
}

it("names people by the host of their addresses where nobody knows them otherwise, and asks nothing for it", async () => {
  const own = { given: [`jan@${WEB}`, `jo@${WEB}`], asked: 0 };
  expect(await named([], {})).toEqual(own);
  expect(await named(["ida@far.example"], {})).toEqual(own);
});

it("names them by the domain of handles that leads to one of them", async () => {
  const leads = finger("jan@far.example", at("jan"));
  expect(await named(["jan@far.example"], leads)).toEqual({ given: ["jan@far.example", "jo@far.example"], asked: 1 });
});

it("leaves them apart where that domain means somebody else of that name, or says nothing", async () => {
  const apart = { given: [`jan@${WEB}`, `jo@${WEB}`], asked: 1 };
  expect(await named(["jan@far.example"], finger("jan@far.example", "https://far.example/users/jan"))).toEqual(apart);
  expect(await named(["jan@far.example"], {})).toEqual(apart);
});
