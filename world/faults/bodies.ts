import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Reply } from "../software/common/reply.ts";
import type { Fault } from "./fault.ts";

const MEGABYTE = 1_048_576;

/** Answers that do not end, do not fit, or break off. */
export const bodies = {
  "truncated-json": { change: (reply) => ({ ...reply, body: reply.body.slice(0, Math.ceil(reply.body.length / 2)) }) },
  "endless-body": { pour: endless },
  "slow-body": { pour: drip },
  "no-answer": { pour: () => undefined },
  "gzip-bomb": { pour: bomb },
  "huge-list": { pour: huge },
  "deep-json": { change: (reply) => (isJson(reply) ? { ...reply, status: 200, body: DEEP } : reply) },
  "long-row": { change: (reply) => (isJson(reply) ? { ...reply, body: withLongRow(reply.body) } : reply) },
  "many-headers": {
    change: (reply) => ({ ...reply, headers: { ...reply.headers, ...MANY } }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const isJson = ({ headers }: Reply): boolean => /json/.test(headers["content-type"] ?? "");

/** Nothing but opening brackets: as long as the answers that are read at all. */
const DEEP = "[".repeat(2 * MEGABYTE - 1);

/** As many parts as an expression over it may have to come back to. */
const LONG_ROW = `${"*.".repeat(450_000)}x.example`;

/** The answer as it is, with one row more wherever a list of blocked names stands. */
function withLongRow(body: string): string {
  return JSON.stringify(JSON.parse(body), (key, value: unknown) => {
    if (key === "reject" && Array.isArray(value)) return [LONG_ROW, ...value];
    if (key === "" && isBlockList(value)) return [{ ...value[0], domain: LONG_ROW, digest: undefined }, ...value];
    return value;
  });
}

const isBlockList = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) && typeof value[0] === "object" && value[0] !== null && "severity" in value[0];

const MANY = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`x-flood-${at}`, "x".repeat(100)]));

function endless(res: ServerResponse, { headers }: Reply): void {
  res.writeHead(200, { ...headers, "content-type": "application/json" }).write('["');
  const chunk = "x".repeat(64 * 1024);
  const more = () => {
    while (!res.destroyed && res.write(chunk)); // until the other side takes no more for now
  };
  res.on("drain", more);
  more();
}

/** A byte at a time: never silent, never done. */
function drip(res: ServerResponse, { status, headers, body }: Reply): void {
  res.writeHead(status, headers);
  let at = 0;
  const timer = setInterval(() => {
    res.write(body[at] ?? " ");
    at += 1;
  }, 250);
  res.on("close", () => clearInterval(timer));
}

/** Small on the wire, 200 MB on the table: fifty times the same packet, which unpacks as one text. */
function bomb(res: ServerResponse): void {
  packed ??= Buffer.concat(Array<Buffer>(50).fill(gzipSync(Buffer.alloc(4 * MEGABYTE, "["))));
  res
    .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip", "content-length": packed.length })
    .end(packed);
}
let packed: Buffer | undefined;

/** Fifty megabytes of well-formed rows. */
function huge(res: ServerResponse): void {
  res.writeHead(200, { "content-type": "application/json" }).write("[");
  const row = `${JSON.stringify({ domain: "shut.example", digest: "0".repeat(64), severity: "suspend" })},`;
  const chunk = row.repeat(500);
  let left = Math.ceil((50 * MEGABYTE) / chunk.length);
  const more = () => {
    while (left > 0 && !res.destroyed) {
      left -= 1;
      if (!res.write(chunk)) return;
    }
    if (!res.writableEnded) res.end(`${row.slice(0, -1)}]`);
  };
  res.on("drain", more);
  more();
}
