import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createSecureContext, type SecureContext } from "node:tls";
import { bits, context, der, integer, object, octets, sequence, set, TRUE, text, time } from "./der.ts";

export type CertificateKind = "good" | "expired" | "wrong-name";
export type Authority = {
  readonly caPem: string;
  contextFor(host: string, kind?: CertificateKind): SecureContext;
};

const DAY = 86_400_000;
const OID = {
  commonName: "550403",
  ecdsaWithSha256: "2a8648ce3d040302",
  basicConstraints: "551d13",
  keyUsage: "551d0f",
  subjectAltName: "551d11",
};
const ALGORITHM = sequence(object(OID.ecdsaWithSha256));
const ISSUER = nameOf("Authority of a simulated fediverse");

/** A root of its own, made anew for every world: nothing outside the test ever trusts it. */
export function makeAuthority(): Authority {
  const ca = makeKeys();
  const leaf = makeKeys(); // shared by all hosts: they differ by name and dates, and only names and dates are checked
  const signed = (request: Request) => pem(certificate({ ...request, signWith: ca.privateKey }));
  const caPem = signed({ subject: ISSUER, publicKey: ca.spki, from: -1, to: 3650, extensions: CA_EXTENSIONS });
  const made = new Map<string, SecureContext>();

  const make = (host: string, kind: CertificateKind) =>
    createSecureContext({
      key: leaf.privateKey,
      cert: signed({
        subject: nameOf("simulated server"),
        publicKey: leaf.spki,
        from: -30,
        to: kind === "expired" ? -2 : 365,
        extensions: [alternativeName(kind === "wrong-name" ? "parked.invalid" : host)],
      }),
    });

  const contextFor = (host: string, kind: CertificateKind = "good") => {
    const key = `${kind} ${host}`;
    const known = made.get(key) ?? make(host, kind);
    made.set(key, known);
    return known;
  };
  return { caPem, contextFor };
}

type Request = {
  readonly subject: Buffer;
  readonly publicKey: Buffer;
  /** Days from today. */
  readonly from: number;
  readonly to: number;
  readonly extensions: readonly Buffer[];
};

const CA_EXTENSIONS = [
  extension(OID.basicConstraints, sequence(TRUE), true),
  extension(OID.keyUsage, der(0x03, Buffer.of(1, 0x06)), true), // sign certificates and revocation lists
];

function certificate(request: Request & { readonly signWith: string }): Buffer {
  const now = Date.now();
  const body = sequence(
    context(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(0x40), randomBytes(15)])), // the leading byte keeps it positive
    ALGORITHM,
    ISSUER,
    sequence(time(new Date(now + request.from * DAY)), time(new Date(now + request.to * DAY))),
    request.subject,
    request.publicKey,
    context(3, sequence(...request.extensions)),
  );
  return sequence(body, ALGORITHM, bits(sign("sha256", body, request.signWith)));
}

function extension(oid: string, value: Buffer, critical = false): Buffer {
  return sequence(object(oid), ...(critical ? [TRUE] : []), octets(value));
}

function alternativeName(host: string): Buffer {
  return extension(OID.subjectAltName, sequence(der(0x82, Buffer.from(host))));
}

function nameOf(common: string): Buffer {
  return sequence(set(sequence(object(OID.commonName), text(common))));
}

function makeKeys(): { readonly privateKey: string; readonly spki: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    spki: publicKey.export({ type: "spki", format: "der" }),
  };
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
