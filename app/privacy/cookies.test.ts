import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { readConfig } from "#lib/config.ts";
import { proxy } from "../../proxy.ts";
import { forgetCookies } from "../api/_http/forget-cookies.ts";
import { keepKey } from "../api/_http/key.ts";
import { keepBinder, keepLook } from "../api/_http/sign-in.ts";

/** The page says what each cookie is for and how long it stays: each sentence with the cookie that it is about. */
const { device, followers } = english.privacy.sections;
const SITE = "https://house.example";
const CONFIG = readConfig({ PUBLIC_URL: SITE });
const [MINUTE, DAY] = [60, 86_400];

const asked = (cookie = "") => new Request(SITE, { headers: { cookie } });
const setBy = (write: (headers: Headers) => void): readonly string[] => {
  const headers = new Headers();
  write(headers);
  return headers.getSetCookie();
};
const secondsOf = (cookie: string): number => Number(/Max-Age=(\d+)/i.exec(cookie)?.[1]);
const SAFE = [/; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i];

const KEY = setBy((headers) => keepKey(headers, asked(), "abc", "key", CONFIG));
const WAY_BACK = setBy((headers) => keepBinder(headers, { name: "signin_abc", value: "bound" }, CONFIG));
const LOOK = setBy((headers) => keepLook(headers, "token", "sealed", CONFIG));

describe("what the page about privacy says of cookies", () => {
  it("the key: scripts cannot read it, and it ends after half a year, or earlier where checks do", () => {
    expect(device.text).toMatch(
      /One cookie per check, which is the key to it; scripts cannot read it, and it ends after half a year, or when the operator of this server deletes checks\./,
    );
    expect(KEY).toHaveLength(1);
    for (const part of SAFE) expect(KEY[0]).toMatch(part);
    expect(secondsOf(KEY[0] ?? "") / DAY).toBe(180);
    const sooner = readConfig({ PUBLIC_URL: SITE, RETENTION_DAYS: "7" });
    expect(setBy((headers) => keepKey(headers, asked(), "abc", "key", sooner)).map(secondsOf)).toEqual([7 * DAY]);
  });

  it("two keep a language, for a year", () => {
    expect(device.text).toContain("Two more keep a language you chose for the pages or for your messages, for a year.");
    const chosen = proxy(new NextRequest(`${SITE}/?lang=de&texts=names.ja`)).headers.getSetCookie();
    expect(chosen.map((cookie) => cookie.split("=")[0])).toEqual(["hw_lang", "hw_texts"]);
    expect(chosen.map(secondsOf)).toEqual([365 * DAY, 365 * DAY]);
  });

  it("the way back from a sign-in: one, for a quarter of an hour at most, the owner’s as the follower’s", () => {
    expect(device.text).toContain(
      "While you sign in on your server, one more leads you back here, for a quarter of an hour at most.",
    );
    expect(followers.text).toContain("A cookie leads you there and back, and ends after a quarter of an hour.");
    expect(WAY_BACK.map(secondsOf)).toEqual([15 * MINUTE]);
    for (const part of SAFE) expect(WAY_BACK[0]).toMatch(part);
  });

  it("the answer to a follower: two minutes, and for the one page alone", () => {
    expect(followers.text).toContain(
      "A second one brings the answer to the page, encrypted, and ends after two minutes.",
    );
    expect(LOOK.map(secondsOf)).toEqual([2 * MINUTE]);
    expect(LOOK[0]).toContain("; Path=/r/token/");
    for (const part of SAFE) expect(LOOK[0]).toMatch(part);
  });

  it("who forgets everything keeps none of those that stay", () => {
    expect(device.text).toMatch(/Forget everything on this device<\/i> on the start page removes all of it/);
    const held = "hw_abc=key; hw_lang=de; hw_texts=names.ja; signin_abc=bound; theirs=1";
    const dropped = setBy((headers) => forgetCookies(headers, asked(held), CONFIG));
    expect(dropped.map((cookie) => cookie.split("=")[0])).toEqual(["hw_abc", "hw_lang", "hw_texts", "signin_abc"]);
    expect(dropped.map(secondsOf)).toEqual([0, 0, 0, 0]);
    // A browser drops a cookie only by the path that it was set with.
    const pathOf = (cookie: string) => /Path=([^;]+)/.exec(cookie)?.[1];
    expect(dropped.map(pathOf)).toEqual(["/", "/", "/", ...WAY_BACK.map(pathOf)]);
  });
});
