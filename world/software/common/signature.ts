import { createVerify } from "node:crypto";
import type { Asked } from "./reply.ts";

const CAVAGE = /keyId="(https:\/\/[^"]+)"/;
const WANTED = ["(request-target)", "host", "date"];
const DAY = 86_400_000;

/**
 * Whether a request carries a signature a server could check: draft-cavage with the usual headers and a recent date, or
 * RFC 9421. The key itself is not fetched: the client lives outside this world.
 */
export function isSigned(headers: Asked["headers"], now: number): boolean {
  const cavage = one(headers, "signature");
  const input = one(headers, "signature-input");
  if (input) return /=\(.*"@(?:target-uri|authority)".*\).*keyid="https:/i.test(input);
  const covered = /headers="([^"]+)"/.exec(cavage)?.[1]?.toLowerCase().split(" ") ?? [];
  return (
    CAVAGE.test(cavage) && hasValue(cavage) && WANTED.every((name) => covered.includes(name)) && isRecent(headers, now)
  );
}

/** 2048 bits of RSA, or more, in base64. */
const hasValue = (signature: string) => /signature="([A-Za-z0-9+/]{80,}={0,2})"/.test(signature);

const isRecent = (headers: Asked["headers"], now: number) => Math.abs(Date.parse(one(headers, "date")) - now) < DAY / 2;

const one = (headers: Asked["headers"], name: string): string => String(headers[name] ?? "");

/** A signature taken apart, and a way of checking it with a key. */
export type Signature = {
  readonly form: "cavage" | "rfc9421";
  readonly keyId: string;
  readonly covers: readonly string[];
  /** When it was made, in milliseconds. */
  readonly at: number;
  isMadeWith(pem: string): boolean;
};

/** `target` is the path with its question, as it was asked for. */
export function readSignature(asked: Asked, target: string): Signature | undefined {
  return one(asked.headers, "signature-input") ? readInput(asked, target) : readCavage(asked, target);
}

function readCavage({ headers, method }: Asked, target: string): Signature | undefined {
  const text = one(headers, "signature");
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1] ?? "";
  const keyId = part("keyId");
  if (!keyId) return undefined;
  const covers = (part("headers") || "date").toLowerCase().split(" ");
  const line = (name: string) =>
    name === "(request-target)" ? `${name}: ${method.toLowerCase()} ${target}` : `${name}: ${one(headers, name)}`;
  const isMadeWith = (pem: string) => verifies(covers.map(line).join("\n"), part("signature"), pem);
  return { form: "cavage", keyId, covers, at: Date.parse(one(headers, "date")), isMadeWith };
}

function readInput({ headers, method }: Asked, target: string): Signature | undefined {
  const [, label = "", params = ""] = /^([\w-]+)=(\(.*)$/.exec(one(headers, "signature-input")) ?? [];
  const keyId = /keyid="([^"]*)"/.exec(params)?.[1];
  if (!keyId) return undefined;
  const covers = [...params.slice(0, params.indexOf(")")).matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  const host = one(headers, "host");
  const derived: Readonly<Record<string, string>> = {
    "@method": method,
    "@authority": host,
    "@target-uri": `https://${host}${target}`,
  };
  const lines = covers.map((name) => `"${name}": ${derived[name] ?? one(headers, name)}`);
  const base = [...lines, `"@signature-params": ${params}`].join("\n");
  const value = new RegExp(`${label}=:([^:]+):`).exec(one(headers, "signature"))?.[1] ?? "";
  const at = Number(/created=(\d+)/.exec(params)?.[1]) * 1000;
  return { form: "rfc9421", keyId, covers, at, isMadeWith: (pem) => verifies(base, value, pem) };
}

function verifies(text: string, value: string, pem: string): boolean {
  try {
    return createVerify("RSA-SHA256").update(text).verify(pem, value, "base64");
  } catch {
    return false; // not a key
  }
}
