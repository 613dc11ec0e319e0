import { createPrivateKey, generateKeyPairSync, type KeyObject, sign, type webcrypto } from "node:crypto";

/** By this pair a push service tells that it is the same copy of Housewarming which writes (RFC 8292). */
export type PushKey = { readonly jwk: webcrypto.JsonWebKey };
export type Vapid = {
  /** With this a browser subscribes: then nobody but us can write to it. */
  readonly publicKey: string;
  /** The header for one push service. */
  authorization(endpoint: string, now: Date): string;
};

const LASTS_MS = 12 * 60 * 60_000;

export const makePushKey = (): PushKey => ({
  jwk: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }),
});

/** `contact`: where the operator of a push service learns who writes. */
export function openVapid({ jwk }: PushKey, contact: string): Vapid {
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  const publicKey = Buffer.concat([Buffer.of(4), coordinate(jwk.x), coordinate(jwk.y)]).toString("base64url");
  return {
    publicKey,
    authorization(endpoint, now) {
      const exp = Math.floor((now.getTime() + LASTS_MS) / 1_000);
      const token = signed({ aud: new URL(endpoint).origin, exp, sub: contact }, key);
      return `vapid t=${token}, k=${publicKey}`;
    },
  };
}

const coordinate = (part = ""): Buffer => Buffer.from(part, "base64url");
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(claims: object, key: KeyObject): string {
  const text = `${part({ typ: "JWT", alg: "ES256" })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}
