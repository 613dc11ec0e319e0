import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLookup } from "./resolver.ts";

const TYPE_A = 1;
const TYPE_AAAA = 28;
const NO_SUCH_NAME = 3;
const SERVER_FAILED = 2;

/** A name server on loopback that knows three names, keeps silent about a fourth, and fails for the new kind of address of a fifth. */
const RECORDS: Record<string, Partial<Record<number, Buffer>>> = {
  "both.example": { [TYPE_A]: Buffer.of(8, 8, 8, 8), [TYPE_AAAA]: Buffer.from("26064700".padEnd(32, "1"), "hex") },
  "four.example": { [TYPE_A]: Buffer.of(1, 1, 1, 1) },
  "half.example": {},
  "six.example": { [TYPE_AAAA]: Buffer.from("26064700".padEnd(32, "2"), "hex") },
};
let server: Socket;
let address: string;

beforeAll(async () => {
  server = createSocket("udp4", (query, from) => {
    const reply = answer(query);
    if (reply) server.send(reply, from.port, from.address);
  });
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  address = `127.0.0.1:${server.address().port}`;
});
afterAll(() => void server.close());

function answer(query: Buffer): Buffer | undefined {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const name = labels.join(".").toLowerCase();
  if (name === "silent.example") return undefined;
  const records = RECORDS[name];
  const data = records?.[query.readUInt16BE(at + 1)];
  const question = query.subarray(12, at + 5);
  const failed = name === "half.example" && query.readUInt16BE(at + 1) === TYPE_AAAA;
  const flags = Buffer.of(0x81, 0x80 | (failed ? SERVER_FAILED : records ? 0 : NO_SUCH_NAME));
  const counts = Buffer.of(0, 1, 0, data ? 1 : 0, 0, 0, 0, 0);
  const head = Buffer.concat([query.subarray(0, 2), flags, counts, question]);
  if (!data) return head;
  const record = Buffer.from([0xc0, 12, ...query.subarray(at + 1, at + 5), 0, 0, 0, 60, 0, data.length]);
  return Buffer.concat([head, record, data]);
}

test("both families are asked, the older first", async () => {
  const lookup = makeLookup([address]);
  expect(await lookup("both.example")).toEqual(["8.8.8.8", "2606:4700:1111:1111:1111:1111:1111:1111"]);
  expect(await lookup("four.example")).toEqual(["1.1.1.1"]);
  expect(await lookup("six.example")).toEqual(["2606:4700:2222:2222:2222:2222:2222:2222"]);
});

test("a name that is not there says so", async () => {
  await expect(makeLookup([address])("gone.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
});

test("a name without an old address is not called missing while nobody answers about the new kind", async () => {
  await expect(makeLookup([address])("half.example")).rejects.toMatchObject({ code: "ESERVFAIL" });
});

test("a name server that keeps silent is not waited for long", async () => {
  await expect(makeLookup([address])("silent.example")).rejects.toMatchObject({ code: "ETIMEOUT" });
});

test("without a name server the system is asked", async () => {
  const nobody = createSocket("udp4").bind(0, "127.0.0.1");
  await once(nobody, "listening");
  const free = `127.0.0.1:${nobody.address().port}`;
  nobody.close();
  await once(nobody, "close");
  expect(await makeLookup([free])("localhost")).toEqual(expect.arrayContaining(["127.0.0.1"]));
});
