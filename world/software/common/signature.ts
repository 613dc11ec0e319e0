import type { Asked } from "./reply.ts";

const CAVAGE = /keyId="(https:\/\/[^"]+)"/;
const WANTED = ["(request-target)", "host", "date"];
const DAY = 86_400_000;

/**
 * Whether a request carries a signature a server could check: draft-cavage with the usual headers and a recent date, or
 * RFC 9421. The key itself is not fetched: whoever asks lives outside this world.
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
