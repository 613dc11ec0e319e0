import { createECDH } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openNotice } from "#world/push/open-notice.ts";
import { CURVE, encrypt, isBrowserKey } from "./encrypt.ts";

const bytes = (text: string) => Buffer.from(text, "base64url");

/** RFC 8291, appendix A. */
const RFC = {
  text: "When I grow up, I want to be a watermelon",
  to: {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  },
  theirs: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
  drawn: { salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"), privateKey: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw") },
  message:
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

describe("a message for one browser", () => {
  it("is the one of RFC 8291", () => {
    const message = encrypt(RFC.text, RFC.to, 0, RFC.drawn);
    expect(Buffer.from(message).toString("base64url")).toBe(RFC.message);
    expect(openNotice(bytes(RFC.message), { privateKey: bytes(RFC.theirs), auth: RFC.to.auth })).toBe(RFC.text);
  });

  it("is read by that browser alone, and says nothing by its length or its salt", () => {
    const browser = createECDH(CURVE);
    const to = { p256dh: browser.generateKeys("base64url"), auth: RFC.to.auth };
    const [short, long] = [encrypt("1 person", to), encrypt("1,204 people كثير", to)];
    expect(short.length).toBe(long.length);
    expect(Buffer.from(short.subarray(0, 16))).not.toEqual(Buffer.from(long.subarray(0, 16)));
    const open = { privateKey: browser.getPrivateKey(), auth: to.auth };
    expect(openNotice(long, open)).toBe("1,204 people كثير");
    expect(() => openNotice(long, { ...open, privateKey: bytes(RFC.theirs) })).toThrow();
    expect(() => openNotice(long, { ...open, auth: "AAAAAAAAAAAAAAAAAAAAAA" })).toThrow();
  });

  it("is of one record", () => {
    expect(() => encrypt("x".repeat(4_080), RFC.to)).toThrow("one record");
  });

  it.each([
    [RFC.to.p256dh, true],
    ["", false],
    ["AAAA", false],
    [`B${"A".repeat(86)}`, false],
    [RFC.to.p256dh.slice(0, -2), false],
  ])("%s is a key: %s", (key, holds) => {
    expect(isBrowserKey(key)).toBe(holds);
  });
});
