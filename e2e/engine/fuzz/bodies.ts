import fc from "fast-check";
import { address, anything, word } from "./words.ts";

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | unknown | undefined> =>
  fc.oneof(
    { weight: 4, arbitrary },
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: anything },
  );
const moment = fc.constantFrom("2026-01-02", "2026-01-02T03:04:05Z", "2026-13-40", "-271821-04-20", "now");
const before = fc.record({
  count: sometimes(fc.integer()),
  handles: sometimes(fc.array(address, { maxLength: 5 })),
  kind: sometimes(fc.constantFrom("snapshot", "severed", "list", "other")),
  takenAt: sometimes(moment),
});
const lists = fc.array(fc.record({ server: sometimes(address), text: sometimes(fc.oneof(word, blockList())) }), {
  maxLength: 3,
});
const told = fc.array(
  fc.record({
    server: sometimes(address),
    onOld: sometimes(fc.constantFrom("open", "blocked", "else")),
    onNew: sometimes(fc.constantFrom("open", "blocked", "else")),
  }),
  { maxLength: 3 },
);

/** The fields of every body of the contract in one: a call takes what it knows, and has to stand the rest. */
export const fields: fc.Arbitrary<unknown> = fc.record({
  mode: sometimes(fc.constantFrom("moved", "planned", "other")),
  old: sometimes(address),
  new: sometimes(address),
  candidates: sometimes(fc.array(address, { maxLength: 7 })),
  before: sometimes(before),
  lists: sometimes(lists),
  movedAt: sometimes(moment),
  told: sometimes(told),
  acct: sometimes(address),
  mark: sometimes(fc.constantFrom("asked", "skip", null)),
  days: sometimes(fc.constantFrom(7, 30, 90, 91)),
  address: sometimes(address),
});

const quoted = (name: string): string => name.replaceAll('"', "%22");

/** A body and the media type it claims to be of. */
export type Body = { readonly type: string | undefined; readonly text: string | Uint8Array };

const json = fc.oneof({ weight: 4, arbitrary: fields }, { weight: 1, arbitrary: anything }).map(inJson);
const form = fields.map((all) => new URLSearchParams(pairsOf(all)).toString());
const BOUNDARY = "----edge";
const parts = fields.map(
  (all) =>
    `${pairsOf(all)
      .map(
        ([name, value]) =>
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
      )
      .join("")}--${BOUNDARY}--\r\n`,
);

export const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 6, arbitrary: json.map((text) => ({ type: "application/json", text })) },
  { weight: 2, arbitrary: form.map((text) => ({ type: "application/x-www-form-urlencoded", text })) },
  { weight: 1, arbitrary: parts.map((text) => ({ type: `multipart/form-data; boundary=${BOUNDARY}`, text })) },
  { weight: 1, arbitrary: json.map((text) => ({ type: "application/json", text: text.slice(0, text.length / 2) })) },
  { weight: 1, arbitrary: json.map((text) => ({ type: "multipart/form-data", text })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("text/plain", "application/json; charset=utf-16", undefined), fc.uint8Array())
      .map(([type, text]) => ({ type, text })),
  },
  { weight: 1, arbitrary: fc.constant({ type: "application/json", text: `${"[".repeat(20_000)}` }) },
  { weight: 1, arbitrary: fc.constant({ type: "application/json", text: `"${"x".repeat(70_000)}"` }) },
);

function inJson(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function pairsOf(all: unknown): [string, string][] {
  return Object.entries(all as object).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, typeof value === "string" ? value : inJson(value)]],
  );
}

function blockList(): fc.Arbitrary<string> {
  return fc.constantFrom(
    "#domain,#severity\nold.test,suspend\n",
    "old.test\nnew.test\n",
    '{"blocks":[{"domain":"old.test"}]}',
    "domain,severity\nold.test,1\n",
    '"old.test,suspend\n',
  );
}
