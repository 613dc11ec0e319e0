import { describe, expect, it } from "vitest";
import { pause } from "#lib/flow/pause.ts";
import { concurrent } from "./concurrent.ts";
import { compared, hostsOf } from "./found.ts";
import { nextIn, waitIn } from "./lists.ts";
import { serial } from "./serial.ts";
import { type Get, type Heard, routesIn } from "./street.ts";

const TASK = { old: "alice@old.test", fresh: "alice@new.test", targets: ["new.test"] };
const BLOCKS = "/api/v1/instance/domain_blocks";
const answer = (json: unknown, headers: Heard["headers"] = {}): Heard => ({ status: 200, headers, json });
const rows = (...accts: readonly string[]) => accts.map((acct) => ({ acct }));

const OLD_LIST = "https://old.test/api/v1/accounts/1/followers";
const NEW_LIST = "https://new.test/api/v1/accounts/2/followers";
const ANSWERS: Readonly<Record<string, Heard>> = {
  "https://old.test/api/v1/accounts/lookup?acct=alice": answer({ id: "1" }),
  "https://new.test/api/v1/accounts/lookup?acct=alice": answer({ id: "2" }),
  [`https://open.test${BLOCKS}`]: answer([
    { domain: "old.test", severity: "silence" },
    { domain: "other.test", severity: "suspend" },
  ]),
  [`https://shut.test${BLOCKS}`]: answer([{ domain: "new.test", severity: "suspend" }]),
  [`https://hidden.test${BLOCKS}`]: { status: 404, headers: {}, json: { error: "Not found" } },
};

/** Two pages of the old list, one of the new one; `silent.test` never answers. */
function street(): { readonly get: Get; readonly asked: string[]; most(): number } {
  const asked: string[] = [];
  let [now, most] = [0, 0];
  const answerTo = (url: string): Heard | undefined => {
    if (url.startsWith(NEW_LIST)) return answer(rows("Bob@open.test"));
    if (!url.startsWith(OLD_LIST)) return ANSWERS[url];
    if (url.includes("max_id")) return answer(rows("dan@hidden.test", "eve@silent.test", "neighbour"));
    const link = `<${url}&max_id=7>; rel="next", <${url}&since_id=9>; rel="prev"`;
    return answer(rows("bob@open.test", "carl@open.test", "cora@shut.test"), { link });
  };
  const get: Get = async (url) => {
    asked.push(url);
    now += 1;
    most = Math.max(most, now);
    await pause();
    now -= 1;
    return answerTo(url);
  };
  return { get, asked, most: () => most };
}

describe.each([
  { name: "the script", program: serial, page: 40, atOnce: 1 },
  { name: "the tool", program: concurrent, page: 80, atOnce: 4 },
])("$name", ({ program, page, atOnce }) => {
  it("names who is missing, and whose server suspends one of the two", async () => {
    const { get, asked, most } = street();
    let blocks = 0;
    const found = await program(get, TASK, () => (blocks += 1));
    expect(found.here).toEqual(["bob@open.test"]);
    expect(found.missing).toEqual([
      ...["carl@open.test", "cora@shut.test", "dan@hidden.test", "eve@silent.test", "neighbour@old.test"],
    ]);
    expect(found.suspends).toEqual({
      "open.test": [],
      "shut.test": ["new.test"],
      "hidden.test": undefined,
      "silent.test": undefined,
      "old.test": undefined,
    });
    expect(blocks).toBe(1);
    expect(asked).toContain(`${OLD_LIST}?limit=${page}`);
    expect(asked.filter((url) => url.endsWith(BLOCKS))).toHaveLength(5);
    expect(most()).toBeGreaterThanOrEqual(atOnce);
    if (atOnce === 1) expect(most()).toBe(1);
  });

  it("asks for everybody before a move", async () => {
    const found = await program(street().get, { old: TASK.old, targets: ["new.test", "far.test"] }, () => undefined);
    expect(found.here).toEqual([]);
    expect(found.missing).toHaveLength(6);
  });

  it("says so where an account is not there", async () => {
    const away = program(street().get, { ...TASK, old: "zoe@old.test" }, () => undefined);
    await expect(away).rejects.toThrow("zoe@old.test");
  });
});

describe("reading lists", () => {
  it("compares handles, and takes each server once", () => {
    expect(compared(["a@x.test", "b@x.test"], ["b@x.test", "c@y.test"])).toEqual({
      here: ["b@x.test"],
      missing: ["a@x.test"],
    });
    expect(hostsOf(["a@x.test", "b@y.test", "c@x.test"])).toEqual(["x.test", "y.test"]);
  });

  it("ends where no next page is named", () => {
    expect(nextIn({ headers: { link: '<https://a.test/?x=1>; rel="prev"' } })).toBeUndefined();
    expect(nextIn({ headers: {} })).toBeUndefined();
  });

  it("waits as long as it is told, or a minute", () => {
    const now = Date.parse("2026-01-01T00:00:00Z");
    expect(waitIn({ headers: { "retry-after": "30" } }, now)).toBe(31_000);
    expect(waitIn({ headers: { "x-ratelimit-reset": "2026-01-01T00:05:00.000000Z" } }, now)).toBe(301_000);
    expect(waitIn({ headers: {} }, now)).toBe(60_000);
  });

  it("goes where the routes lead, and nowhere else", () => {
    const placeOf = routesIn("*.test=127.0.0.1:4430,*.example=127.0.0.1:4430,dead.test=127.0.0.1:1");
    expect(placeOf("a.b.test")).toEqual({ host: "127.0.0.1", port: 4430 });
    expect(placeOf("dead.test")).toEqual({ host: "127.0.0.1", port: 1 });
    expect(placeOf("gone.invalid")).toBeUndefined();
  });
});
