import { expect, it } from "vitest";
import { placesOf, withIssuer } from "./places.ts";

const HOST = "new.example";
const document = (change: object = {}) => ({
  issuer: `https://${HOST}/`,
  authorization_endpoint: `https://${HOST}/oauth/authorize`,
  token_endpoint: `https://${HOST}/oauth/token`,
  revocation_endpoint: `https://${HOST}/oauth/revoke`,
  scopes_supported: ["read"],
  ...change,
});

it("takes the places that a server publishes, and the usual ones where it publishes none", () => {
  expect(placesOf(HOST, document())).toMatchObject({ issuer: `https://${HOST}/`, scopes_supported: ["read"] });
  for (const nothing of [undefined, null, "<html>", {}, { issuer: 5 }])
    expect(placesOf(HOST, nothing)).toMatchObject({ token_endpoint: `https://${HOST}/oauth/token` });
});

it.each([
  { token_endpoint: "https://thief.example/token" },
  { authorization_endpoint: `https://sub.${HOST}/authorize` },
  { revocation_endpoint: `http://${HOST}/revoke` },
  { userinfo_endpoint: `https://${HOST}:8443/userinfo` },
  { token_endpoint: `https://user@${HOST}/token` },
  { token_endpoint: "/oauth/token" },
  { issuer: "https://thief.example" },
])("goes nowhere else: %o", (change) => expect(placesOf(HOST, document(change))).toBe("elsewhere"));

it("takes an issuer with or without its slash, and no other", () => {
  const places = placesOf(HOST, document());
  if (places === "elsewhere") throw new Error(places);
  expect(withIssuer(places, `https://${HOST}`).issuer).toBe(`https://${HOST}`);
  expect(withIssuer(places, "https://thief.example").issuer).toBe(`https://${HOST}/`);
  expect(withIssuer(places, null).issuer).toBe(`https://${HOST}/`);
});
